import { SECTOR_CODES } from './code-tables';
import { isAlphanumeric, isDigit, isHan, isLetter } from './cursor';
import type { Obligation, OfficialDocument, PlanNumber } from './standard-number';

const OBLIGATIONS: Readonly<Record<string, Obligation>> = {
  Q: 'mandatory',
  T: 'recommended',
  Z: 'guiding',
};
const LAW_ENDINGS = ['法', '条例', '办法', '规定', '规程', '规则', '细则', '决定', '决议'];
const LETTER_BRACKETS: readonly (readonly [string, string])[] = [
  ['〔', '〕'],
  ['[', ']'],
  ['(', ')'],
  ['【', '】'],
  ['﹝', '﹞'],
];
const SCHEME = /^(?:CNAS|CNCA|CQC|CCAA)-/u;
const LONGEST_INTERNAL = 60;

const isDigits = (text: string, length: number): boolean =>
  text.length === length && [...text].every((char) => isDigit(char));

function sectorPlan(text: string): Omit<PlanNumber, 'original'> | undefined {
  // 2019-0325T-JB: year, serial with obligation, sector.
  const [year = '', serial = '', sector = '', ...more] = text.split('-');
  const obligation = OBLIGATIONS[serial.slice(4)];
  const isPlan = isDigits(year, 4) && isDigits(serial.slice(0, 4), 4) && obligation !== undefined;
  if (!isPlan || !Object.hasOwn(SECTOR_CODES, sector) || more.length > 0) return undefined;
  return {
    kind: 'plan',
    level: 'sector',
    planYear: Number(year),
    obligation,
    department: sector,
    normalized: text,
  };
}

/** A plan for a national (20242277-T-604) or sector standard. `text` is canonical and upper case. */
export function readPlan(text: string): Omit<PlanNumber, 'original'> | undefined {
  if (!isDigit(text[0])) return undefined;
  const [serial = '', sign = '', department = '', ...more] = text.split('-');
  const obligation = OBLIGATIONS[sign];
  const isPlan = isDigits(serial, 8) && obligation !== undefined && isDigits(department, 3);
  if (!isPlan || more.length > 0) return sectorPlan(text);
  const planYear = Number(serial.slice(0, 4));
  return { kind: 'plan', level: 'national', planYear, obligation, department, normalized: text };
}

/** 建质〔2009〕87 号: issuer, year in brackets, serial. */
function isOfficialLetter(text: string): boolean {
  if (!text.includes('号') && !text.endsWith(']') && !text.includes('〔')) return false;
  return LETTER_BRACKETS.some(([open, close]) => {
    const from = text.indexOf(open);
    const to = text.indexOf(close, from + 1);
    return (
      from >= 0 &&
      to > from &&
      isDigits(text.slice(from + 1, to).trim(), 4) &&
      isDigit(
        text
          .slice(to + 1)
          .trim()
          .replace('第', '')
          .trim()[0],
      )
    );
  });
}

function documentForm(text: string): OfficialDocument['form'] | undefined {
  if (SCHEME.test(text)) return 'scheme';
  if (!isHan(text[0] ?? '')) return undefined;
  if (isOfficialLetter(text)) return 'letter';
  const hasSerial =
    text.includes('号') &&
    [...text].some((char) => isDigit(char) || '一二三四五六七八九十'.includes(char));
  if (hasSerial && text.includes('令')) return 'decree';
  if (hasSerial && text.includes('公告')) return 'announcement';
  const isTitle =
    [...text].every((char) => isHan(char) || '()、·'.includes(char)) && text.length >= 3;
  return isTitle && LAW_ENDINGS.some((ending) => text.endsWith(ending)) ? 'law' : undefined;
}

/** A law, decree, notice or accreditation document. */
export function readOfficialDocument(text: string): Omit<OfficialDocument, 'original'> | undefined {
  const form = documentForm(text);
  if (form === undefined) return undefined;
  const plain = text.replaceAll(' ', '');
  return { kind: 'document', form, normalized: form === 'scheme' ? text : plain };
}

/** True for the shape of a company's own document number: letters and digits joined by - / . or _. */
export function isInternalDocument(text: string): boolean {
  if (text.length > LONGEST_INTERNAL) return false;
  const chars = [...text];
  const isPlain = chars.every(
    (char) => isAlphanumeric(char) || isHan(char) || '-/._ ()'.includes(char),
  );
  const hasDigit = chars.some((char) => isDigit(char));
  const beginsWell = isLetter(chars[0] ?? '') || (isHan(chars[0] ?? '') && text.includes('-'));
  // XX/T 123 claims to be a sector standard: its code is unknown, which is an error to show.
  const claimsSector =
    chars[2] === '/' && 'TZ'.includes(chars[3] ?? '-') && !isLetter(chars[4] ?? '');
  return isPlain && hasDigit && beginsWell && !claimsSector;
}
