/** Words for what is said of cells and rows of any table. */
import type { Wording } from '@liangxing/contracts';

const w = (zh: string, en: string): Wording => ({ zh, en });

export const TABLE_TEXTS = {
  characters_lost: w(
    '有损坏的字符（显示为 �），请对照原文改正',
    'Characters are damaged (shown as �); mend them from the original',
  ),
  radicals_replaced: w(
    '部首字符（如 ⻝）已换成普通汉字',
    'CJK radicals were replaced by ordinary characters',
  ),
  ditto_without_row: w(
    '“同上”上面没有可取的内容，按空白处理',
    'Nothing stands above the ditto mark; taken as empty',
  ),
  row_hidden: w('此行在表格中是隐藏的', 'This row is hidden in the table'),
  row_struck: w('此行有删除线，请核对', 'This row is struck through; please check'),
  cell_error: w(
    '单元格是公式错误 {value}，按空白处理',
    'The cell holds the formula error {value}; taken as empty',
  ),
} as const satisfies Readonly<Record<string, Wording>>;
export type TableRemarkCode = keyof typeof TABLE_TEXTS;
