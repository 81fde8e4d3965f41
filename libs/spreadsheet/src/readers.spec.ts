import fc from 'fast-check';
import { withGuard, withoutGuard } from './formula-guard';
import { XmlScanner } from './xml-scanner';

describe('the apostrophe before a formula', () => {
  it('goes away again, whatever the text', () => {
    const text = fc.oneof(fc.string(), fc.constantFrom('=1', "'=1", "''", "'", '-a', "''+1"));
    fc.assert(fc.property(text, (value) => withoutGuard(withGuard(value)) === value));
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
