import { text } from './error-text';

/** Lists of the enterprise: laws, plans, trainings and the like. */
export const recordErrors = {
  record_list_empty: text(
    409,
    '没有可作为证实材料的记录',
    'There are no records to make a proof of',
    '请先登记记录，或换一个年份。',
    'Add records first, or choose another year.',
  ),
  record_head_missing: text(
    422,
    '没有找到“{column}”列',
    'There is no column {column}',
    '表头应写明各列名称；可先导出本表，在导出的文件中填写后再导入。',
    'Name the columns in a head row; an exported file is a good form.',
  ),
  record_import_too_large: text(
    422,
    '一次最多导入 {most} 行',
    'An import has at most {most} rows',
    '请分成几个文件导入。',
    'Split the file.',
  ),
  record_import_changed: text(
    409,
    '有 {count} 条记录在导入后已被修改或删除',
    '{count} records were changed or removed after the import',
    '可选择保留它们，只撤销其余部分。',
    'You may keep them and undo the rest.',
  ),
} as const;
