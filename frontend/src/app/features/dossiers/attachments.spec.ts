import { kindByTitle, moved } from './attachments';

describe('attachments of a dossier', () => {
  it.each([
    ['营业执照（副本）', 'licence'],
    ['2026 年组织机构图', 'chart'],
    ['标准体系发布令', 'release'],
    ['质量管理体系认证证书', 'certificate'],
    ['培训记录', 'other'],
  ])('are first taken by their title: %s', (title, kind) => {
    expect(kindByTitle(title)).toBe(kind);
  });

  it('move one place, and stay where there is none', () => {
    expect(moved(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b', 'c'], 1, 1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
    expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b']);
  });
});
