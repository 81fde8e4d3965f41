import fc from 'fast-check';
import { addressesIn } from './addresses-in';
import { normalEmail } from './email-address';

const word = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/);
const address = fc.tuple(word, word).map(([name, host]) => `${name}@${host}.cn`);
const between = fc.constantFrom(',', '，', '; ', '；', '、', '\t', '\n', '\r\n', ' | ', ' <', '> ');

describe('addresses in a pasted text', () => {
  it('are all found, once each and in order, whatever stands between them', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(address, between), { maxLength: 30 }), (pairs) => {
        const text = pairs.flat().join('');
        expect(addressesIn(text)).toEqual([...new Set(pairs.map(([email]) => email))]);
      }),
    );
  });

  it('are found in rows of a spreadsheet and in lists of a mail program', () => {
    const rows = '王芳\twang@example.cn\t质量部\n李明\tli@example.cn\t技术部\n';
    expect(addressesIn(rows)).toEqual(['wang@example.cn', 'li@example.cn']);
    const list = '"王芳" <wang@example.cn>; 李明（li@example.cn）、zhao＠example.cn';
    expect(addressesIn(list)).toEqual(['wang@example.cn', 'li@example.cn', 'zhao＠example.cn']);
    expect(normalEmail('zhao＠example.cn')).toBe('zhao@example.cn');
  });

  it('leave out no line without a word', () => {
    expect(addressesIn('姓名\n\n wang.example.cn \nli@example.cn\n')).toEqual([
      '姓名',
      'wang.example.cn',
      'li@example.cn',
    ]);
  });

  it('are none in an empty text, and never longer than an address can be', () => {
    expect(addressesIn(' \n\t ')).toEqual([]);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const each of addressesIn(text)) expect(each.length).toBeLessThanOrEqual(254);
      }),
    );
  });
});
