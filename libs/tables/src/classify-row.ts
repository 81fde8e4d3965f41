/** Rows that are no entries: heads repeated on each page, sections, sums, signatures. */
import type { SheetRow } from '@liangxing/spreadsheet';
import { headerKey } from './head-key';
import { headingOfNumbers } from './number-heading';

type RowClass =
  | { readonly kind: 'data' }
  | { readonly kind: 'blank' | 'header' | 'subtotal' | 'furniture' }
  | { readonly kind: 'section'; readonly name: string };

const SUBTOTAL = /^(小计|合计|共计|总计|累计|本页小计|数量合计|total|subtotal)[\s:：,，、\d]*/i;
/** A cell that says no more than that sums stand beside it, in whatever column. */
const SUM_WORD = /^(小计|合计|共计|总计|累计|本页小计|subtotal|total)\s*[:：]?$/i;
export const isSum = (texts: readonly string[]): boolean =>
  texts.some((text) => text.length <= 10 && SUM_WORD.test(text));

/** Who signs a paper: `编制：张三`, `审核人 李四`; 审核会议 and 编制说明 are what a row is about. */
const SIGNATURE =
  /^(编制|审核|批准|制表|填表|校对|会签)(人|者|部门|单位|日期)?(\s*$|\s*[:：]|\s+\S{1,4}$)/;
const FURNITURE =
  /^(打印日期|制表日期|更新日期|第\s*\d+\s*页|共\s*\d+\s*页|注\s*[:：]|说明\s*[:：])/;
const SECTION_MARK =
  /^([一二三四五六七八九十]+\s*[、.．]|[（(][一二三四五六七八九十\d]+[)）]|第[一二三四五六七八九十]+(部分|章|类)|\d+(\.\d+)*\s*[、.．]?\s*(?=\p{Script=Han})|[A-Z]{1,2}\d{0,3}\s*(?=\p{Script=Han}))\s*/u;

/** A longer text over the whole width is a remark. */
const LONGEST_SECTION = 100;

/**
 * Tells cheaply that a text cannot have this key: it begins with a digit, a Chinese character or a plain Latin letter,
 * of which `headerKey` changes the case at most, and the key with another sign.
 */
function beginsOtherwise(text: string, key: string | undefined): boolean {
  const first = text.charCodeAt(0);
  const isKept = (first >= 0x30 && first <= 0x39) || (first >= 0x4e00 && first <= 0x9fff);
  if (isKept) return key?.charCodeAt(0) !== first;
  const lower = first | 0x20;
  const isLatin = lower >= 0x61 && lower <= 0x7a && first < 0x80 && !(text.charCodeAt(1) >= 0x300);
  return isLatin && key?.charCodeAt(0) !== lower;
}

/** At least half of the filled cells say what the head says; stops as soon as that cannot be any more. */
function repeatsHead(texts: readonly string[], filled: number, keys: readonly string[]): boolean {
  let different = 0;
  for (const [index, text] of texts.entries()) {
    if (text === '') continue;
    const key = keys[index];
    if (!beginsOtherwise(text, key) && headerKey(text) === key) continue;
    different += 1;
    if (different > filled / 2) return false;
  }
  return true;
}

/**
 * @param headKeys keys of the head's texts by column, for each of its rows
 * @param mainColumn column of what every entry has, its number or its title: a lone text there is an entry
 * @param isOfNumbers it holds numbers of standards: a heading there is no entry
 */
export function classifyRow(
  row: SheetRow,
  headKeys: readonly (readonly string[])[],
  mainColumn: number | undefined,
  isOfNumbers = false,
): RowClass {
  // Holes too become empty texts.
  const texts = Array.from(row.cells, (cell) => cell?.trim() ?? '');
  const filled = texts.filter((text) => text !== '');
  if (filled.length === 0) return { kind: 'blank' };
  if (filled.length >= 2 && headKeys.some((keys) => repeatsHead(texts, filled.length, keys)))
    return { kind: 'header' };
  const first = filled[0] ?? '';
  if ((SUBTOTAL.test(first) && first.length <= 20) || isSum(filled)) return { kind: 'subtotal' };
  if (FURNITURE.test(first) || SIGNATURE.test(first)) return { kind: 'furniture' };
  const main = mainColumn === undefined ? '' : (texts[mainColumn] ?? '');
  const heading = isOfNumbers ? headingOfNumbers(filled, main) : null;
  if (heading !== null) return { kind: 'section', name: heading };
  const isMerged = filled.length >= 2 && filled.every((text) => text === first);
  const isAlone = filled.length === 1 && first.length <= 40;
  if (!isMerged && !isAlone) return { kind: 'data' };
  if (first.length > LONGEST_SECTION) return { kind: isMerged ? 'furniture' : 'data' };
  if (main !== '' && !isMerged) return { kind: 'data' };
  if (SECTION_MARK.test(first))
    return { kind: 'section', name: first.replace(SECTION_MARK, '').trim() };
  if (/(标准|体系|法规|文件)(体系|类)?$/.test(first) && (isMerged || texts[0] !== ''))
    return { kind: 'section', name: first };
  return isMerged ? { kind: 'section', name: first } : { kind: 'data' };
}
