import fc from 'fast-check';
import { distinctFileNames, downloadFileName, uploadedFileName } from './file-name';
import { downloadHeaders } from './download-headers';

const anything = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 400 });
const textOf = (codes: readonly number[]): string => String.fromCharCode(...codes);

describe('the name of an uploaded file', () => {
  it.each([
    ['C:\\Users\\王芳\\台账.xlsx', '台账.xlsx'],
    ['../../etc/passwd', 'passwd'],
    ['a\0b\u202e\ufffe\ud83d.pdf', 'ab.pdf'],
    ['', 'file'],
    [undefined, 'file'],
    [`${'a'.repeat(254)}😀.pdf`, `${'a'.repeat(196)}.pdf`],
    [`${'😀'.repeat(254)}.pdf`, `${'😀'.repeat(196)}.pdf`],
  ])('%j is kept as %j', (given, kept) => {
    expect(uploadedFileName(given)).toBe(kept);
  });
});

describe('the name of a file that leaves', () => {
  it.each([
    ['..\\..\\x.docx', 'x.docx'],
    ['Q/LX 0101-2026 采购管理.docx', 'Q-LX 0101-2026 采购管理.docx'],
    ['con.pdf', '_con.pdf'],
    ['LPT1', '_LPT1'],
    ['a:b*c?"<>|.zip', 'a-b-c-.zip'],
    ['name. .', 'name'],
    ['.docx', 'file.docx'],
    [`${'良'.repeat(300)}.docx`, `${'良'.repeat(78)}.docx`],
  ])('%j is %j', (wanted, name) => {
    expect(downloadFileName(wanted)).toBe(name);
  });

  it('is one plain segment of 240 bytes at most, whatever was wanted', () => {
    fc.assert(
      fc.property(anything, (codes) => {
        const name = downloadFileName(textOf(codes));
        expect(name).toMatch(/^(?![.\s])[^\\/:*?"<>|\p{Cc}\p{Cs}]+$/u);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(240);
        expect(downloadFileName(name)).toBe(name);
      }),
    );
  });

  it('is no second time in the same archive', () => {
    const nameOf = distinctFileNames();
    expect(['a.docx', 'A.docx', 'a.docx', 'b.docx'].map(nameOf)).toEqual([
      'a.docx',
      'A (2).docx',
      'a (3).docx',
      'b.docx',
    ]);
  });

  it('makes a header that can be sent, whatever it was', () => {
    fc.assert(
      fc.property(anything, (codes) => {
        const headers = downloadHeaders(textOf(codes), 'text/plain', 'inline');
        expect(headers['Content-Disposition']).toMatch(
          /^inline; filename="[\x20-\x7e]+"; filename\*=UTF-8''[\w.~%#$&+^`|{}-]+$/,
        );
      }),
    );
  });
});
