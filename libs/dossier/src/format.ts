import type { Hundredths, IsoDate } from '@liangxing/scheme';
import type { ShareHundredths } from '@liangxing/scoring';
import type { GradeRoute } from './snapshot';

/** 500 → `5`, 450 → `4.5`, 2375 → `23.75`. */
export const points = (value: Hundredths): string => String(value / 100);

/** 8750 → `87.5%`; always one decimal. */
export const share = (value: ShareHundredths): string => `${(value / 100).toFixed(1)}%`;

/** `2025-03-03` → `2025年3月3日`; null → a blank to be filled in by hand. */
export const longDate = (date: IsoDate | null): string => {
  if (!date) return '　　　年　　月　　日';
  const [year, month, day] = date.split('-');
  return `${year ?? ''}年${Number(month)}月${Number(day)}日`;
};

/** For tables: the date as it is, or a dash. */
export const shortDate = (date: IsoDate | null): string => date ?? '—';

export const orDash = (text: string): string => (text === '' ? '—' : text);

const digits = '零一二三四五六七八九';

/** 1 → 一, 12 → 十二, 20 → 二十; for headings, up to 99. */
export const chineseNumber = (value: number): string => {
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  const tensText = tens === 0 ? '' : tens === 1 ? '十' : `${digits[tens] ?? ''}十`;
  return tensText + (ones === 0 ? (tens === 0 ? '零' : '') : (digits[ones] ?? ''));
};

/** 1536 → `1.5 KB`. */
export const fileSize = (bytes: number): string => {
  if (bytes < 1024) return `${bytes} B`;
  const isMega = bytes >= 1024 * 1024;
  return isMega ? `${(bytes / 1048576).toFixed(1)} MB` : `${(bytes / 1024).toFixed(1)} KB`;
};

/** The floors of a route: `基本分 ≥ 380，总分 ≥ 460`. */
export const routeFloors = (route: GradeRoute): string =>
  [
    route.basic === null ? '' : `基本分 ≥ ${points(route.basic)}`,
    route.bonus === null ? '' : `加分 ≥ ${points(route.bonus)}`,
    route.total === null ? '' : `总分 ≥ ${points(route.total)}`,
  ]
    .filter((part) => part !== '')
    .join('，');
