import fc from 'fast-check';
import { naturalKey } from './derive-facts';
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

  it('orders 1.2 before 1.10 and takes leading zeros for nothing', () => {
    expect(naturalKey('j1.2') < naturalKey('J1.10')).toBe(true);
    expect(naturalKey('J001')).toBe(naturalKey('J1'));
    expect(naturalKey('J000')).toBe('J000000000000');
    expect(naturalKey('J1234567890123')).toBe('J1234567890123');
  });
});
