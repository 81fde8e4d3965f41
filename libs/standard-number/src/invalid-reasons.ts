import { canonicalText } from './canonical-text';
import type { InvalidNumber, InvalidReason } from './standard-number';

const MESSAGES: Readonly<Record<InvalidReason, InvalidNumber['message']>> = {
  empty: { 'zh-CN': '没有填写标准号', en: 'No standard number is given' },
  too_long: {
    'zh-CN': '文字过长，不是一个标准号',
    en: 'The text is too long to be a standard number',
  },
  missing_code: {
    'zh-CN': '缺少标准代号（如 GB/T、JB/T、ISO），无法判断是哪一项标准',
    en: 'The code (GB/T, JB/T, ISO …) is missing, so the standard cannot be told',
  },
  unknown_code: {
    'zh-CN': '标准代号不在已知的代号表中，请核对',
    en: 'The code is not among the known codes; please check it',
  },
  incomplete_code: {
    'zh-CN': '标准代号不完整：斜线后缺少 T 或 Z',
    en: 'The code is incomplete: T or Z is missing after the slash',
  },
  missing_body: {
    'zh-CN': '缺少团体代号或企业代号',
    en: 'The code of the association or enterprise is missing',
  },
  missing_number: { 'zh-CN': '缺少标准顺序号', en: 'The serial number is missing' },
  bad_year: {
    'zh-CN': '年代号不对：应为四位年份（1900—2099）或旧式两位年份',
    en: 'The year is wrong: four digits (1900–2099) or two digits in the old style are expected',
  },
  wrong_year_separator: {
    'zh-CN': '年代号前应为短横线，不是冒号',
    en: 'A hyphen, not a colon, stands before the year',
  },
  year_not_joined: {
    'zh-CN': '年份没有按标准号的写法与顺序号相连',
    en: 'The year is not joined to the number as standard numbers are written',
  },
  file_name_form: {
    'zh-CN': '这是文件名的写法（以短横线代替斜线），请确认标准号',
    en: 'This is the form of a file name (a hyphen for the slash); please confirm the number',
  },
  hyphen_part: {
    'zh-CN': '部分号前应为圆点，不是短横线',
    en: 'A dot, not a hyphen, stands before the part number',
  },
  bad_range: { 'zh-CN': '标准号范围的写法不完整', en: 'The range of numbers is incomplete' },
  placeholder: {
    'zh-CN': '标准号或年代号仍为占位符（×），标准尚未编号',
    en: 'The number or year is still a placeholder (X); the standard has no number yet',
  },
  several_numbers: {
    'zh-CN': '一格内有几个标准号，请分开填写',
    en: 'There are several numbers in one cell; please part them',
  },
  leading_text: {
    'zh-CN': '标准号前有其他文字',
    en: 'Other text stands before the number',
  },
  trailing_text: {
    'zh-CN': '标准号后有其他文字',
    en: 'Other text follows the number',
  },
  not_a_number: { 'zh-CN': '看不出是标准号', en: 'This does not look like a standard number' },
};

/** Why a text is not a number, in words for people, with the repair to offer. */
export function invalidNumber(
  reason: InvalidReason,
  original: string,
  repair?: string,
): InvalidNumber {
  return {
    kind: 'invalid',
    reason,
    message: MESSAGES[reason],
    ...(repair === undefined ? {} : { repair }),
    normalized: canonicalText(original),
    original,
  };
}
