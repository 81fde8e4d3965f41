import fc from 'fast-check';
import { readDate } from '../recognition/read-date';
import { tidyLine, tidyLines } from '../../register/tidy-text';
import { withGuard, withoutGuard } from './formula-guard';
import { XmlScanner } from './xml-scanner';

describe('the apostrophe before a formula', () => {
  it('goes away again, whatever the text', () => {
    const text = fc.oneof(fc.string(), fc.constantFrom('=1', "'=1", "''", "'", '-a', "''+1"));
    fc.assert(fc.property(text, (value) => withoutGuard(withGuard(value)) === value));
  });
});

describe('tidying', () => {
  it('twice changes nothing more', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        expect(tidyLine(tidyLine(value))).toBe(tidyLine(value));
        expect(tidyLines(tidyLines(value))).toBe(tidyLines(value));
      }),
    );
  });
});

describe('a date', () => {
  it.each([
    '2021-05-01',
    '2021.5.1',
    '2021/05/01',
    '2021年5月1日',
    '20210501',
    '２０２１－０５－０１',
    '44317',
    '二〇二一年五月一日',
    '2021-05-01 00:00:00',
  ])('%s is the first of May 2021', (text) => {
    expect(readDate(text)).toEqual({ kind: 'date', day: '2021-05-01' });
  });
  it.each([
    ['2021-05', 'date_incomplete'],
    ['2021', 'date_incomplete'],
    ['01/05/2021', 'date_ambiguous'],
    ['2021-02-30', 'date_impossible'],
    ['见备注', 'date_unread'],
  ])('%s is not guessed', (text, code) => {
    expect(readDate(text)).toEqual({ kind: 'problem', code });
  });
});

describe('the XML scanner', () => {
  it('reads the same whatever the pieces in which the text comes', () => {
    const xml =
      '<?xml version="1.0"?><a x="1>2"><!-- <b> --><b>t&amp;&#20013;</b><c/><![CDATA[<d>]]></a>';
    const read = (pieces: readonly string[]): string => {
      let out = '';
      const scanner = new XmlScanner({
        open: (name, attributes) => (out += `<${name}${attributes}>`),
        close: (name) => (out += `</${name}>`),
        text: (text) => (out += text),
      });
      for (const piece of pieces) scanner.write(piece);
      scanner.end();
      return out;
    };
    const whole = read([xml]);
    fc.assert(
      fc.property(fc.array(fc.nat(xml.length)), (cuts) => {
        const at = [0, ...cuts.sort((a, b) => a - b), xml.length];
        expect(read(at.slice(1).map((end, index) => xml.slice(at[index], end)))).toBe(whole);
      }),
    );
  });
});
