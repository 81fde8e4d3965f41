import fc from 'fast-check';
import { tidyLine, tidyLines } from './tidy-text';

describe('tidy text', () => {
  it('twice changes nothing more', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        expect(tidyLine(tidyLine(value))).toBe(tidyLine(value));
        expect(tidyLines(tidyLines(value))).toBe(tidyLines(value));
      }),
    );
  });

  it('tidies a text that needs nothing as it tidies the same text behind an invisible sign', () => {
    const unit = fc.constantFrom(...'标准 A1-\u00a0\u3000\u00ad\ufeff\t\u2028éＡ', '\ud800', '𠀀');
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        expect(tidyLine(text)).toBe(tidyLine(`\u200b${text}`));
        expect(tidyLine(tidyLine(text))).toBe(tidyLine(text));
      }),
    );
  });
});
