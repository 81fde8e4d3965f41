import core from '../../core/i18n/zh-CN.json';
import platform from './i18n/zh-CN.json';
import { toldFacts } from './trail-facts';

/** The words of the page, as its files hold them; a key without any stays a key. */
function translate(key: string): string {
  const words = key
    .split('.')
    .reduce<unknown>((part, name) => (part as Record<string, unknown> | undefined)?.[name], {
      ...core,
      platform,
    });
  return typeof words === 'string' ? words : key;
}

describe('what a line of the platform tells', () => {
  it.each([
    [{ reason: '缺少登记证' }, '原因：缺少登记证'],
    [{ kind: 'authority', name: '市监局' }, '类型：主管部门；名称：市监局'],
    [{ members: 12, evidence_bytes: 20_000_000 }, '成员（人）：12；证实材料空间（MB）：20'],
    [{ rows: 3, refused: 0 }, '行数：3；未导入：0'],
    [{ state: 'declined' }, '结论：未采纳'],
    [{}, ''],
  ])('is in the words of the page: %j', (details, told) => {
    expect(toldFacts(details, translate)).toBe(told);
  });

  it('stands as it was written down where it has no words', () => {
    expect(toldFacts({ later: [1] }, translate)).toBe('later：[1]');
  });
});
