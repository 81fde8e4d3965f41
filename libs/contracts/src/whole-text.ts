/** Texts that can be kept and written everywhere: in a column, in JSON, in XML, in a PDF. */

/** NUL, half a surrogate pair, and the 66 code points that are no characters (U+FFFE, U+FFFF, …). */
const BROKEN = /[\0\p{Surrogate}\p{Noncharacter_Code_Point}]/u;
/** The same, and the control characters that XML cannot carry: all of C0 but tab and the ends of lines. */
const UNPRINTABLE =
  /[\0-\u0008\u000b\u000c\u000e-\u001f\p{Surrogate}\p{Noncharacter_Code_Point}]/gu;

/** Anything but blanks of every script, format and control characters, and what no font draws (U+200B, U+3164 …). */
const VISIBLE = /[^\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}]/u;

/** Whether a reader sees anything of the text: what must be filled in is not filled in by blanks. */
export function isWritten(text: string): boolean {
  return VISIBLE.test(text);
}

/** Text that can be stored. In Unicode mode a pair is one character: only halves match. */
export function isWholeText(text: string): boolean {
  return !BROKEN.test(text);
}

/** Text out of a foreign file, or on its way into a document: without what neither XML nor a column can hold. */
export function wholeText(text: string): string {
  return text.replace(UNPRINTABLE, '');
}

/**
 * Text for a cell of a workbook, where `_x0041_` would be read as the letter A (ECMA-376 part 1, 22.9.2.19). As a text cell
 * nothing in it runs.
 */
export function cellText(text: string): string {
  return wholeText(text).replace(/_x(?=[0-9A-Fa-f]{4}_)/g, '_x005F_x');
}

/** Every text inside a value of ours as `wholeText`; what has none to clean stays the same object. */
export function wholeTexts<Value>(value: Value): Value {
  if (typeof value === 'string') return wholeText(value) as Value & string;
  if (Array.isArray(value)) {
    const parts = value as unknown[];
    const cleaned = parts.map(wholeTexts);
    return cleaned.every((part, index) => part === parts[index]) ? value : (cleaned as Value);
  }
  if (typeof value !== 'object' || value === null) return value;
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  const cleaned = Object.entries(value).map(([name, part]: [string, unknown]) => ({
    name,
    part,
    whole: wholeTexts(part),
  }));
  if (cleaned.every(({ part, whole }) => part === whole)) return value;
  return Object.fromEntries(cleaned.map(({ name, whole }) => [name, whole])) as Value;
}
