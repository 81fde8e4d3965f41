import type { ErrorText } from './error-codes';

const text = (status: number, zh: string, en: string, mendZh: string, mendEn: string) =>
  ({ status, title: { zh, en }, mend: { zh: mendZh, en: mendEn } }) satisfies ErrorText;

/** Replacing standards of a register by what the catalogue knows. */
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
} as const;
