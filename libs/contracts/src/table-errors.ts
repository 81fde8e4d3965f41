import { text, type ErrorText } from './error-text';

/** Tables that came to the wrong door; `current` tells the right one and whether it may be taken all the same. */
export const tableErrors = {
  table_is_standards: text(
    422,
    '这看起来是标准明细，不是“{wanted}”',
    'This looks like a register of standards, not like {wanted}',
    '未导入任何行。标准请到“标准明细”导入。',
    'Nothing was read. Standards are imported into the register.',
  ),
  table_is_scoring: text(
    422,
    '这看起来是评分表，不是“{wanted}”',
    'This looks like a scoring table, not like {wanted}',
    '未导入任何行。评分表请到“评价方案”录入。',
    'Nothing was read. Scoring tables are entered under Schemes.',
  ),
  table_is_list: text(
    422,
    '这看起来是“{list}”，不是“{wanted}”',
    'This looks like {list}, not like {wanted}',
    '未导入任何行。请到“{list}”导入。',
    'Nothing was read. Import it into {list}.',
  ),
  table_is_key_values: text(
    422,
    '这是“项目：内容”逐条排列的文字，不是表格',
    'These are lines of “key: value”, not a table',
    '未导入任何行。请整理成一行一条、各项内容各占一列，再导入。',
    'Nothing was read. Put one entry in a row, each of its values in a column of its own.',
  ),
} as const satisfies Readonly<Record<string, ErrorText>>;

/** Where a table belongs, in `current` of these errors: a list by its id, or one of the other doors. */
export interface OtherDoor {
  readonly door: 'standards' | 'schemes' | 'records' | null;
  /** Id of the list where the door is `records`. */
  readonly list: string | null;
  /** The same file may be read here all the same. */
  readonly canTakeAnyway: boolean;
}
