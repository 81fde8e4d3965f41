/** Texts that can be kept and written everywhere: in a column, in JSON, in XML, in a PDF. */

/** NUL, half a surrogate pair, and the 66 code points that are no characters (U+FFFE, U+FFFF, …). */
const BROKEN = /[\0\p{Surrogate}\p{Noncharacter_Code_Point}]/u;
/** The same, and the control characters that XML cannot carry: all of C0 but tab and the ends of lines. */
const UNPRINTABLE =
  /[\0-\u0008\u000b\u000c\u000e-\u001f\p{Surrogate}\p{Noncharacter_Code_Point}]/gu;

/** Text that can be stored. In Unicode mode a pair is one character: only halves match. */
export function isWholeText(text: string): boolean {
  return !BROKEN.test(text);
}

/** Text out of a foreign file, or on its way into a document: without what neither XML nor a column can hold. */
export function wholeText(text: string): string {
  return text.replace(UNPRINTABLE, '');
}
