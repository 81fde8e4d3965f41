import { text } from './error-text';

/** Replacing standards of a register by what the catalogue knows, and keeping the catalogue. */
export const catalogueErrors = {
  replacement_unknown: text(
    422,
    '目录中没有这样的代替关系',
    'The catalogue knows no such replacement',
    '请刷新查新结果后，从列出的标准中选择。',
    'Reload the report and choose one of the standards that it names.',
  ),
  replacement_listed: text(
    409,
    '{number} 已在标准明细中',
    '{number} is listed in the register already',
    '不必再替换；确认后可在标准明细中删除旧标准。',
    'Nothing needs to be replaced; remove the old standard from the register.',
  ),
  replacement_changed_since: text(
    409,
    '替换之后这一条又被修改或删除，不能撤销',
    'The standard was changed or removed after it was replaced',
    '请在标准明细中直接修改；原来的内容见替换记录。',
    'Change it in the register; the log shows what stood there.',
  ),
  verification_changed_since: text(
    409,
    '核对之后这一条的状态又被修改，或标准已删除，不能撤销',
    'The state was changed, or the standard removed, after it was checked',
    '请在标准明细中直接修改状态，或重新核对。',
    'Change the state in the register, or check the standard again.',
  ),
  not_catalogue_maintainer: text(
    403,
    '只有标准目录的维护者可以这样做',
    'Only maintainers of the catalogue may do this',
    '请用维护者的账号登录；维护者由平台管理员在设置 CATALOGUE_MAINTAINERS 中指定。',
    'Sign in as a maintainer; the administrator names them in the setting CATALOGUE_MAINTAINERS.',
  ),
  catalogue_number_column_missing: text(
    422,
    '文件里没有找到标准号一列',
    'The file has no column of standard numbers',
    '请在前 20 行内放一行表头，其中一列叫“标准号”，另外至少有一列如“标准名称”。',
    'Put a header row within the first 20 rows, with a column 标准号 or number and at least one more, such as title.',
  ),
  catalogue_table_is_laws: text(
    422,
    '这看起来是法律法规清单，不是标准目录',
    'This looks like a list of laws, not like a catalogue of standards',
    '标准目录只收录有标准号的文件；法律法规由各企业在“台账”中登记。',
    'The catalogue holds what has the number of a standard; laws belong to the lists of enterprises.',
  ),
  catalogue_table_is_scoring: text(
    422,
    '这看起来是评分表，不是标准目录',
    'This looks like a scoring table, not like a catalogue of standards',
    '请选择标准目录的文件；评分表由各企业在“评价方案”中录入。',
    'Choose the file of the catalogue; scoring tables belong to the schemes of enterprises.',
  ),
  catalogue_table_is_key_values: text(
    422,
    '这是“项目：内容”逐条排列的文字，不是表格',
    'These are lines of “key: value”, not a table',
    '请整理成一行一条、标准号和标准名称各一列，再导入。',
    'Put one standard in a row, with number and title in columns of their own.',
  ),
  catalogue_import_begun: text(
    409,
    '这次导入已经开始或已经放弃',
    'This import has been started or discarded already',
    '请刷新页面，查看它现在的状态。',
    'Reload the page to see how it stands.',
  ),
} as const;
