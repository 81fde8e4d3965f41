import { draftFileNames } from './draft-file-names';

const names = (...titles: string[]): string[] =>
  draftFileNames(titles.map((title) => ({ number: '', title })));

describe('names of draft files', () => {
  it('are number and title', () => {
    expect(draftFileNames([{ number: 'Q/SLJD G0301-2026', title: '采购管理' }])).toEqual([
      'Q-SLJD G0301-2026 采购管理.docx',
    ]);
  });

  it('lead to no other folder and hold nothing that a file system refuses', () => {
    expect(
      names('..\\..\\x', '/etc/passwd', '...', 'a\u0000b:c', '\u202Egnp.x', '名\uD800'),
    ).toEqual([
      '-..-x.docx',
      '-etc-passwd.docx',
      '草案.docx',
      'a-b-c.docx',
      '-gnp.x.docx',
      '名-.docx',
    ]);
  });

  it('fit a file system without cutting a character in half', () => {
    const [name = ''] = names('😀'.repeat(200));
    expect(name).toBe(`${'😀'.repeat(60)}.docx`);
    expect(Buffer.byteLength(names('标'.repeat(200))[0] ?? '')).toBeLessThanOrEqual(250);
  });

  it('differ, also where case does not count', () => {
    expect(names('A', 'a', 'A', 'a (2)')).toEqual([
      'A.docx',
      'a (2).docx',
      'A (3).docx',
      'a (2) (2).docx',
    ]);
  });
});
