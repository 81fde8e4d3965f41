/** What a stored number means by its format: a day, a padded code, or just a number. */

export type CellFormat =
  | { readonly kind: 'date' }
  | { readonly kind: 'digits'; readonly whole: number; readonly decimals: number }
  | undefined;

/** Built-in formats that show a day; 27–36 and 50–58 are the East Asian ones. */
const BUILT_IN_DATES = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58,
]);

/** What Excel allows; a longer one is no format. */
const LONGEST_CODE = 255;
/** Digits behind the point that are shown at most. */
const MOST_DECIMALS = 30;
const MS_PER_DAY = 86_400_000;
/** Day 0 of the 1900 system, already moved by the day 1900-02-29 that Excel counts and that never was. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);

/**
 * Meaning of a number format (ECMA-376 part 1, 18.8.30): a day where it shows year or day; fixed digits (`0.00`,
 * `000`) where the written zeros matter, as in the code 1.10.
 */
export function cellFormatOf(id: number, code: string | undefined): CellFormat {
  if (code === undefined) {
    if (BUILT_IN_DATES.has(id)) return { kind: 'date' };
    return id === 2 ? { kind: 'digits', whole: 1, decimals: 2 } : undefined;
  }
  if (code.length > LONGEST_CODE) return undefined;
  const plain = code.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h|m|s)[^\]]*\]/gi, '').split(';', 1)[0] ?? '';
  const digits = /^(0+)(?:\.(0+))?$/.exec(plain);
  if (digits)
    return { kind: 'digits', whole: digits[1]?.length ?? 1, decimals: digits[2]?.length ?? 0 };
  return /[ydeg]/i.test(plain) && !/general/i.test(plain) ? { kind: 'date' } : undefined;
}

/** A serial day number as `YYYY-MM-DD`; undefined outside 1900 … 9999. */
export function dayOfSerial(serial: number, is1904 = false): string | undefined {
  if (!Number.isFinite(serial) || serial < 1 || serial > 2_958_465) return undefined;
  // Before 1900-03-01 the counted day that never was has not been passed yet.
  const shift = !is1904 && serial < 60 ? 1 : 0;
  const at = (is1904 ? EPOCH_1904 : EPOCH_1900) + (Math.floor(serial) + shift) * MS_PER_DAY;
  return new Date(at).toISOString().slice(0, 10);
}

/** Text of a stored number in its format. Binary noise (1.1000000000000001) is rounded off as Excel shows it. */
export function numberText(stored: string, format: CellFormat, is1904: boolean): string {
  const value = Number(stored);
  if (!Number.isFinite(value)) return stored;
  if (format?.kind === 'date') return dayOfSerial(value, is1904) ?? stored;
  if (format?.kind === 'digits') {
    const shown = Math.abs(value).toFixed(Math.min(format.decimals, MOST_DECIMALS));
    const [whole = '', decimals] = shown.split('.');
    const sign = value < 0 ? '-' : '';
    return (
      sign + whole.padStart(format.whole, '0') + (decimals === undefined ? '' : `.${decimals}`)
    );
  }
  if (/^-?\d{1,15}$/.test(stored)) return stored;
  return String(Number(value.toPrecision(15)));
}
