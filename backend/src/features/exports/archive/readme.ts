import { DAYS_UNTIL_DELETION } from '@liangxing/contracts';
import { FOLDERS } from './folders';

/** What an export could not take along. */
export interface LeftOut {
  /** Files of which the store has no content. */
  readonly files: readonly string[];
  /** Workbooks that were too large; their rows are among the JSON. */
  readonly workbooks: readonly string[];
}

const list = (names: readonly string[]): string => names.map((name) => `  - ${name}\n`).join('');

/** What is where, in Chinese and English, whoever opens it. */
export function readmeText(
  organizationName: string,
  began: Date,
  ended: Date,
  { files, workbooks }: LeftOut,
): string {
  const zh = [
    `${organizationName}：全部数据`,
    `导出时间：${began.toISOString()} 至 ${ended.toISOString()}（UTC）。期间的修改可能只有一部分在内。`,
    '',
    ...FOLDERS.map(({ zh: folder, about }) => `${folder}/  ${about.zh}`),
    '',
    '不含：密码、邀请链接等登录凭据，以及文件在存储中的位置。',
    '同一文件夹内重名的文件按“名称 (2)”编号。',
    `单位注销后 ${DAYS_UNTIL_DELETION} 天内可以恢复，之后全部内容被删除，请妥善保存本文件。`,
    ...(files.length > 0 ? ['', '以下文件在存储中没有找到：', list(files)] : []),
    ...(workbooks.length > 0
      ? ['', '以下表格内容过多，未能生成；数据见 JSON：', list(workbooks)]
      : []),
  ];
  const en = [
    `${organizationName}: everything it holds`,
    `Taken out from ${began.toISOString()} to ${ended.toISOString()} (UTC). What was changed meanwhile may be here in part.`,
    '',
    ...FOLDERS.map(({ zh: folder, about }) => `${folder}/  ${about.en}`),
    '',
    'Not in it: what people sign in with (passwords, links of invitations), and where files lie in the store.',
    'Files of one name in a folder are numbered: "name (2)".',
    `A closed organization can be restored for ${DAYS_UNTIL_DELETION} days; then everything in it is deleted. Keep this file.`,
    ...(files.length > 0 ? ['', 'These files were not in the store:', list(files)] : []),
    ...(workbooks.length > 0
      ? ['', 'These workbooks were too large to be made; see the JSON:', list(workbooks)]
      : []),
  ];
  // Windows editors read UTF-8 by the mark at the beginning.
  return `\ufeff${[...zh, '', '----', '', ...en].join('\n').replaceAll('\n', '\r\n')}\r\n`;
}
