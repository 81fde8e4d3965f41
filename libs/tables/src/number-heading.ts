/** Headings that stand where the numbers of standards do: 一、企业标准, 第一部分 技术标准, （二）管理标准. */

const COUNT = '[一二三四五六七八九十]{1,3}';
const MARK = new RegExp(
  `^(${COUNT}\\s*[、.．,，:：\\s]|[（(](${COUNT}|\\d{1,2})[)）]|第(${COUNT}|\\d{1,2})(部分|大类|章|类|篇|节|册)|\\d{1,2}\\s*[、.．]\\s*(?=\\p{L}))[\\s、:：]*`,
  'u',
);
/** What a row counts beside its heading: 一, （二）, 3. */
const COUNTER = new RegExp(`^[（(]?(${COUNT}|\\d{1,2})[)）]?[、.．]?$`, 'u');
/** Words that name a kind of standards; without a mark any others may be a title in the wrong column. */
const KIND_OF_STANDARDS = /^[^A-Za-zＡ-Ｚａ-ｚ]*标准(体系)?(目录|清单|类)?$/u;
const WRITTEN = /\p{Script=Han}/u;
/** A standard, an order or a notice is numbered; a heading is not. */
const NUMBERED = /[\p{Nd}〇号令]/u;

/**
 * In doubt there is none: a row that is kept as an entry says what is wrong with it, one that is left out says nothing.
 * @param filled texts of a row, without empty ones, in their order
 * @param text that of its column for numbers
 * @returns the words of a heading; null: the row is no heading
 */
export function headingOfNumbers(filled: readonly string[], text: string): string | null {
  if (text === '' || !filled.every((other) => other === text || COUNTER.test(other))) return null;
  const words = text.replace(MARK, '').trim();
  if (NUMBERED.test(words)) return null;
  const isMarked = words !== text && (words === '' || WRITTEN.test(words));
  return isMarked || KIND_OF_STANDARDS.test(text) ? words || text : null;
}
