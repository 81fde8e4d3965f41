/** Cells and fields as they are kept: one way of writing blanks, nothing invisible. A lost character (U+FFFD) shows. */

const INVISIBLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\ufff9-\ufffc\ufffe\uffff]/g;
/** Half a surrogate pair cannot be stored. */
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Something to mend: a blank other than one space between words, a control or format character, half a pair. */
const UNTIDY =
  /[^!-~\u00a1-\u00ac\u00ae-\u167f\u2010-\u2027\u2030-\u205e\u2070-\u2fff\u3001-\ud7ff\ue000-\ufefe\uff00-\ufff8\ufffd ]| (?= )|^ | $/;

/** One line: blanks of every kind become one, none at the ends. Idempotent. */
export function tidyLine(text: string): string {
  if (!UNTIDY.test(text)) return text;
  return text
    .replace(INVISIBLE, '')
    .replace(LONE_SURROGATE, '')
    .replace(/[\s\u0085]+/g, ' ')
    .trim();
}

/** Several lines: as `tidyLine` line by line, without empty lines at the ends. Idempotent. */
export function tidyLines(text: string): string {
  return text
    .split(/\r\n|[\r\n\u0085]/)
    .map(tidyLine)
    .join('\n')
    .trim();
}
