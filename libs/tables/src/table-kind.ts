/** What a table is by what stands in it, so that it is taken at the right door. */
import type { Sheet, SheetRow } from '@liangxing/spreadsheet';
import { headerKey } from './head-key';
import { share, widthOf } from './column-values';
import { numberColumnOf } from './number-column';
import { tornColumns } from './torn-columns';

/**
 * `unknown`: neither heads nor content show numbers of standards. The others are known by name: laws belong to
 * 台账/法律法规, a scoring table becomes an evaluation scheme, key–value blocks are no table yet.
 */
export const OTHER_TABLES = ['laws', 'scoring', 'key_values', 'unknown'] as const;
export type OtherTable = (typeof OTHER_TABLES)[number];

const ROWS_LOOKED_AT = 200;
const LAW_HEADS = /法律法规|法规名称|^文号$|发文字号|颁布机关|发布机关|公布机关/;
const LAW_NAME = /(法|条例|办法|规定|实施细则|决定|解释)(?:[（(〔].{0,30}[)）〕])?$/;
const LAW_ISSUE =
  /(主席令|国务院令|总局令|部令|委员会令|公告|国令|[〔[（]\d{4}[〕\]）]\s*\d+\s*号|第\s*\d+\s*号)/;
const SCORING_HEADS =
  /^(标准分值?|分值|满分|基本分|得分|自评分|评分(标准|办法|方法|细则|规则)?|考评(内容|要素|项目)|评价(内容|要素|项目|指标)|扣分(标准|项)?|追加扣除|实得分)$/;
const KEY_VALUE = /^([^：:]{2,20}?)\s*[：:]\s*\S/;

const textsOf = ({ cells }: SheetRow): string[] =>
  Array.from(cells, (cell) => cell?.trim() ?? '').filter((text) => text !== '');

/** A row that names at least two columns of a scoring table. */
export const isScoringHead = (row: SheetRow): boolean =>
  // A merged title says the same in every column.
  new Set(textsOf(row).filter((text) => SCORING_HEADS.test(headerKey(text)))).size >= 2;

const isScoring = (rows: readonly SheetRow[]): boolean => rows.slice(0, 20).some(isScoringHead);

function isLaws(rows: readonly SheetRow[]): boolean {
  const heads = rows.slice(0, 20).flatMap(textsOf);
  const hasHead = heads.some((text) => text.length <= 20 && LAW_HEADS.test(text));
  const named = share(
    rows.map((row) => textsOf(row).join('\n')),
    (text) => LAW_ISSUE.test(text) || text.split('\n').some((line) => LAW_NAME.test(line)),
  );
  return named >= (hasHead ? 0.3 : 0.6) && rows.length >= 2;
}

/** Lines such as `标准编号 ：GB 47372-2026` whose keys come again: each block is one standard. */
function isKeyValues(rows: readonly SheetRow[]): boolean {
  const keys = rows.flatMap((row) => {
    const [first = '', ...rest] = textsOf(row);
    const key = KEY_VALUE.exec(first)?.[1];
    return key === undefined || rest.length > 2 ? [] : [key];
  });
  return (
    keys.length >= 4 && keys.length >= rows.length * 0.8 && new Set(keys).size * 1.2 < keys.length
  );
}

/** What a sheet without numbers of standards is; `unknown` where nothing gives it away. */
export function otherTableOf({ rows }: Sheet): OtherTable {
  const sample = rows.slice(0, ROWS_LOOKED_AT);
  if (isKeyValues(sample)) return 'key_values';
  if (isScoring(sample)) return 'scoring';
  return isLaws(sample) ? 'laws' : 'unknown';
}

/** `standards`: a column, or several together, shows numbers of standards in most of its cells. */
export type TableKind = OtherTable | 'standards';

const listsStandards = ({ rows }: Sheet): boolean =>
  numberColumnOf(rows) !== undefined || tornColumns(rows, widthOf(rows)) !== undefined;

/** What any sheet is: a door that does not know a table tells the person whose it is. */
export function tableKindOf(sheet: Sheet): TableKind {
  const beginning = { ...sheet, rows: sheet.rows.slice(0, ROWS_LOOKED_AT) };
  const other = otherTableOf(beginning);
  if (other === 'key_values' || other === 'scoring') return other;
  return listsStandards(beginning) ? 'standards' : other;
}
