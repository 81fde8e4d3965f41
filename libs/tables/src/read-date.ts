/** Dates as people write them. What is not certain is not guessed. */
import { isPlausibleDay } from '@liangxing/contracts';
import { dayOfSerial } from '@liangxing/spreadsheet';
import { isIsoDate } from '@liangxing/standard-number';

export type DateReading =
  | { readonly kind: 'date'; readonly day: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'problem'; readonly code: DateProblemCode };

export type DateProblemCode =
  'date_incomplete' | 'date_ambiguous' | 'date_impossible' | 'date_out_of_range' | 'date_unread';

const CHINESE_DIGITS = '〇一二三四五六七八九';
/** With a time and a zone; what is longer is a sentence. */
const LONGEST_DATE = 40;
/** Words that say "no date" in a date column. */
const NO_DATE = /^(|[-—–/\\]+|无|暂无|未知|待定|不详|n\/?a|#n\/a)$/i;

function chineseNumber(text: string): string {
  const ten = text.indexOf('十');
  if (ten < 0)
    return [...text].map((char) => CHINESE_DIGITS.indexOf(char === '零' ? '〇' : char)).join('');
  const tens = ten === 0 ? 1 : CHINESE_DIGITS.indexOf(text.charAt(0));
  const ones = text.length > ten + 1 ? CHINESE_DIGITS.indexOf(text.charAt(ten + 1)) : 0;
  return String(tens * 10 + ones);
}

const dayOf = (year: string, month: string, day: string): DateReading => {
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (!isIsoDate(iso)) return { kind: 'problem', code: 'date_impossible' };
  return isPlausibleDay(iso)
    ? { kind: 'date', day: iso }
    : { kind: 'problem', code: 'date_out_of_range' };
};

function plainOf(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[○Ｏ]/g, '〇')
    .replace(/[〇零一二三四五六七八九十]+(?=[年月日号])/g, chineseNumber)
    .replace(/[T\s]+\d{1,2}[:时]\d{1,2}.*$/, '')
    .replace(/(?<=\d[日号]?)\s*[([][^()[\]]*[)\]]$/, '')
    .replace(/\s+/g, '')
    .replace(/[年月./、·。—–−]/g, '-')
    .replace(/[日号]$/, '')
    .replace(/-+$/, '');
}

/**
 * Reads 2021-05-01, 2021.5.1, 2021/05/01, 2021年5月1日, 20210501, ２０２１－０５－０１, 二〇二一年五月一日, with or
 * without a time or a remark in brackets, and the serial numbers of Excel.
 * @param is1904 the workbook counts its days from 1904
 */
export function readDate(written: string, is1904 = false): DateReading {
  // Without blanks at the ends, over which the patterns below would take long.
  const text = written.trim();
  if (text.length > LONGEST_DATE) return { kind: 'problem', code: 'date_unread' };
  const key = is1904 ? `1904 ${text}` : text;
  const known = readings.get(key);
  if (known) return known;
  if (readings.size > 2_000) readings.clear();
  const reading = readAnew(text, is1904);
  readings.set(key, reading);
  return reading;
}

/** Columns repeat the same few days over and over. */
const readings = new Map<string, DateReading>();

function readAnew(text: string, is1904: boolean): DateReading {
  const plain = plainOf(text);
  if (NO_DATE.test(plain) || NO_DATE.test(text)) return { kind: 'none' };
  const full =
    /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(plain) ?? /^((?:19|20)\d\d)(\d\d)(\d\d)$/.exec(plain);
  if (full) return dayOf(full[1] ?? '', full[2] ?? '', full[3] ?? '');
  const serial = /^\d{5}(\.\d+)?$/.test(plain) ? Number(plain) : 0;
  const day = serial >= 18_000 && serial <= 73_050 ? dayOfSerial(serial, is1904) : undefined;
  if (day !== undefined) return { kind: 'date', day };
  if (/^(19|20)\d\d(-\d{1,2})?$/.test(plain) || /^(19|20)\d\d(0[1-9]|1[0-2])$/.test(plain))
    return { kind: 'problem', code: 'date_incomplete' };
  if (/^\d{1,2}-\d{1,2}-\d{2,4}$/.test(plain)) return { kind: 'problem', code: 'date_ambiguous' };
  return { kind: 'problem', code: 'date_unread' };
}
