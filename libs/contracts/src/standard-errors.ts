import type { ErrorText } from './error-codes';

const text = (status: number, zh: string, en: string, mendZh: string, mendEn: string) =>
  ({ status, title: { zh, en }, mend: { zh: mendZh, en: mendEn } }) satisfies ErrorText;

/** Files that are not read as a table of standards, and imports that cannot go on. */
export const standardErrors = {
  spreadsheet_empty: text(
    422,
    '文件是空的',
    'The file is empty',
    '请选择有内容的文件。',
    'Choose a file that holds something.',
  ),
  spreadsheet_too_large: text(
    413,
    '文件超过大小限制（{limit} 字节）',
    'The file is larger than {limit} bytes',
    '请删去图片或拆分成几个文件后再导入。',
    'Remove pictures or split the file.',
  ),
  spreadsheet_inflates_too_large: text(
    422,
    '文件解压后过大（{part}）',
    'The file grows too large when unpacked ({part})',
    '请把标准明细复制到新的工作簿，另存为 .xlsx 后再导入。',
    'Copy the list into a new workbook and save it as .xlsx.',
  ),
  spreadsheet_too_many_rows: text(
    422,
    '行数超过 {limit}',
    'More than {limit} rows',
    '请拆分成几个文件后再导入。',
    'Split the file.',
  ),
  spreadsheet_too_many_cells: text(
    422,
    '单元格超过 {limit} 个（数到工作表“{sheet}”第 {row} 行，合并单元格按填满计）',
    'More than {limit} cells, merged ones counted as filled (at row {row} of sheet “{sheet}”)',
    '请只保留明细所在的工作表和列，取消大范围的合并单元格。',
    'Keep only the sheet and columns of the list; undo large merged ranges.',
  ),
  spreadsheet_too_many_merges: text(
    422,
    '工作表“{sheet}”的合并单元格超过 {limit} 处',
    'Sheet “{sheet}” has more than {limit} merged ranges',
    '请在 Excel 或 WPS 中选中整张工作表，取消合并单元格后再导入。',
    'Select the whole sheet, unmerge its cells and save it.',
  ),
  spreadsheet_too_much_text: text(
    422,
    '文字总量超过 {limit} 个字符（数到工作表“{sheet}”第 {row} 行，重复和合并的文字按出现次数计）',
    'More than {limit} characters, repeated and merged texts counted each time (at row {row} of sheet “{sheet}”)',
    '请删去大段文字，或拆分成几个文件后再导入。',
    'Remove long texts, or split the file.',
  ),
  spreadsheet_too_many_sheets: text(
    422,
    '工作表超过 {limit} 张',
    'More than {limit} sheets',
    '请只保留标准明细所在的工作表。',
    'Keep only the sheet of the list.',
  ),
  spreadsheet_cell_too_long: text(
    422,
    '第 {row} 行有单元格超过 {limit} 个字符',
    'A cell of row {row} has more than {limit} characters',
    '请缩短该单元格内容；如为 .csv，请检查引号是否成对。',
    'Shorten it; in a .csv look for a quote without its partner.',
  ),
  spreadsheet_wrong_type: text(
    422,
    '这不是可导入的表格文件（实际为 {found}）',
    'This is no spreadsheet that can be imported (it is {found})',
    '请在 Excel 或 WPS 中打开标准明细，另存为 .xlsx 后再导入；也可以导入 .ods 和 .csv。',
    'Open the list in a spreadsheet program and save it as .xlsx; .ods and .csv are read too.',
  ),
  spreadsheet_old_xls: text(
    422,
    '这是旧版 .xls（.et）工作簿',
    'This is a workbook in the old .xls (.et) format',
    '请在 Excel 或 WPS 中打开，另存为“Excel 工作簿（.xlsx）”后再导入。',
    'Open it and save it as “Excel Workbook (.xlsx)”.',
  ),
  spreadsheet_encrypted: text(
    422,
    '工作簿有打开密码',
    'The workbook is protected by a password',
    '请用密码打开，在“文件—信息—保护工作簿”中取消密码，保存后再导入。',
    'Open it, remove the password and save it.',
  ),
  spreadsheet_damaged: text(
    422,
    '文件已损坏，无法读取（{part}）',
    'The file is damaged ({part})',
    '请重新打开并另存一份后再导入。',
    'Open it again and save a new copy.',
  ),
  spreadsheet_unsafe_xml: text(
    422,
    '文件含有不允许的内容（{found}）',
    'The file holds what is not allowed ({found})',
    '请把标准明细复制到新的工作簿后再导入。',
    'Copy the list into a new workbook.',
  ),
  spreadsheet_without_rows: text(
    422,
    '表格里没有内容',
    'The table holds no rows',
    '请检查是否选对了文件。',
    'See whether this is the right file.',
  ),
  import_file_missing: text(
    422,
    '没有收到文件',
    'No file was received',
    '请选择一个表格文件（.xlsx、.ods 或 .csv）。',
    'Choose a spreadsheet (.xlsx, .ods or .csv).',
  ),
  import_state: text(
    409,
    '该导入当前不能执行此操作',
    'The import is not in a state for this',
    '请刷新页面查看其状态。',
    'Reload and look at its state.',
  ),
  import_rows_changed: text(
    409,
    '有 {count} 条标准在导入后已被修改或删除，撤销会影响它们',
    '{count} standards were changed or removed after the import',
    '请查看列出的标准；可选择保留它们，只撤销其余部分。',
    'Look at those named; you may keep them and undo the rest.',
  ),
} as const satisfies Readonly<Record<string, ErrorText>>;
