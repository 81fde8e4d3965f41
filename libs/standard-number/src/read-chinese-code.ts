import { ENGINEERING_CODES, NATIONAL_CODES, PROVINCE_CODES, SECTOR_CODES } from './code-tables';
import { Cursor, isDigit, isHan } from './cursor';
import type { Failure } from './reading';
import type { Obligation, StandardFamily, StandardLevel } from './standard-number';

/** A code with what it says about the number that follows. */
export interface CodeHead {
  readonly code: string;
  readonly family: StandardFamily;
  readonly level: StandardLevel;
  readonly obligation?: Obligation;
  readonly hasLetterPrefix: boolean;
  readonly takesHyphenNumber: boolean;
  readonly takesColon: boolean;
}

/** Letters after the slash; ZQ, GQ and DQ are old classes of the machine industry (JB/ZQ 4000). */
const SUFFIXES = new Set(['T', 'Z', 'ZQ', 'GQ', 'DQ', 'TJ', 'J']);
const LETTER_PREFIXED = new Set(['TSG', 'JTG', 'JTS']);
const CONSTRUCTION_LOCAL = new Set(['DBJ', 'DGJ', 'DBS']);
/** Families that do not say mandatory or recommended by their code. */
const WITHOUT_OBLIGATION = new Set(['GSB', 'JJF', 'GJB', 'CECS']);

const has = (table: Readonly<Record<string, string>>, key: string): boolean =>
  Object.hasOwn(table, key);

function isKnownChineseCode(letters: string): boolean {
  const isNational = has(NATIONAL_CODES, letters) || has(ENGINEERING_CODES, letters);
  return isNational || has(SECTOR_CODES, letters) || letters === 'CECS';
}

function familyOf(letters: string): Pick<CodeHead, 'family' | 'level'> {
  if (letters === 'CECS') return { family: 'association', level: 'group' };
  if (letters === 'GJB') return { family: 'military', level: 'national' };
  if (letters === 'JJG' || letters === 'JJF') return { family: 'metrology', level: 'national' };
  if (has(NATIONAL_CODES, letters)) return { family: 'national', level: 'national' };
  return { family: 'sector', level: 'sector' };
}

function obligationOf(letters: string, suffix: string): Pick<CodeHead, 'obligation'> {
  if (suffix === 'Z') return { obligation: 'guiding' };
  if (suffix === 'T' || suffix === 'TJ') return { obligation: 'recommended' };
  if (WITHOUT_OBLIGATION.has(letters) || (suffix !== '' && suffix !== 'J')) return {};
  return { obligation: 'mandatory' };
}

function headOf(letters: string, suffix: string, qualifier: string): CodeHead {
  return {
    ...familyOf(letters),
    ...obligationOf(letters, suffix),
    code: letters + qualifier + (suffix === '' ? '' : `/${suffix}`),
    hasLetterPrefix: LETTER_PREFIXED.has(letters),
    takesHyphenNumber: letters === 'GSB',
    takesColon: letters === 'CECS',
  };
}

/** `GBT` → GB + T. GBZ is a code of its own (occupational health), never GB/Z. */
function splitGluedSuffix(letters: string): { letters: string; suffix: string } {
  const base = letters.slice(0, -1);
  const suffix = letters.slice(-1);
  const isGlued = !isKnownChineseCode(letters) && isKnownChineseCode(base);
  return isGlued && (suffix === 'T' || suffix === 'Z')
    ? { letters: base, suffix }
    : { letters, suffix: '' };
}

/** JJG(电子): rules of a sector or province under a metrology code. */
function takeQualifier(cursor: Cursor, letters: string): string {
  if (!letters.startsWith('JJ') || cursor.peek() !== '(' || !isHan(cursor.peek(1))) return '';
  cursor.take('(');
  const name = cursor.takeWhile(isHan);
  return cursor.take(')') ? `(${name})` : '';
}

/** What follows the slash of a code. */
function readSuffix(cursor: Cursor): string | Failure {
  const suffix = cursor.takeLetters();
  if (SUFFIXES.has(suffix)) return suffix;
  const first = suffix.slice(0, 1);
  if ((first === 'T' || first === 'Z') && [...suffix.slice(1)].every((c) => c === 'X')) {
    return { reason: 'placeholder' };
  }
  return { reason: suffix === '' ? 'incomplete_code' : 'unknown_code' };
}

function localHead(code: string, suffix: string, isConstruction: boolean): CodeHead {
  return {
    family: 'local',
    level: 'local',
    ...obligationOf(code, suffix),
    code: suffix === '' ? code : `${code}/${suffix}`,
    hasLetterPrefix: false,
    takesHyphenNumber: isConstruction,
    takesColon: false,
  };
}

/** DB32/T, DB3205/T, DB44/ 26, DB32T, DBJ/T, DGJ32/TJ, DBS32/ 013; undefined where it is none of them. */
function readLocalCode(cursor: Cursor, letters: string): CodeHead | Failure | undefined {
  const isConstruction = CONSTRUCTION_LOCAL.has(letters);
  if (letters !== 'DB' && !isConstruction) return undefined;
  const start = cursor.position;
  const isApart = cursor.skipBlank();
  const digits = cursor.takeDigits();
  const hasSlash = cursor.take('/');
  const isRegion = (digits.length === 2 || digits.length === 4) && (!isApart || hasSlash);
  if (!isRegion || (isConstruction && cursor.peek() === '-')) {
    const isUnregioned = digits === '' || isApart || isConstruction;
    cursor.position = start;
    if (!isUnregioned) return { reason: 'unknown_code' };
    return isConstruction ? readRegionlessConstruction(cursor, letters) : undefined;
  }
  if (!has(PROVINCE_CODES, digits.slice(0, 2))) return { reason: 'unknown_code' };
  const suffix = cursor.takeLetters();
  if (suffix !== '' && !SUFFIXES.has(suffix)) return { reason: 'unknown_code' };
  return localHead(letters + digits, suffix, isConstruction);
}

function readRegionlessConstruction(cursor: Cursor, letters: string): CodeHead | Failure {
  if (!cursor.take('/')) return localHead(letters, '', true);
  const suffix = readSuffix(cursor);
  return typeof suffix === 'string' ? localHead(letters, suffix, true) : suffix;
}

/**
 * Reads the code of a Chinese standard (not group, not enterprise).
 * @returns undefined where the text does not begin with one
 */
export function readChineseCode(cursor: Cursor): CodeHead | Failure | undefined {
  const written = cursor.takeLetters();
  const local = readLocalCode(cursor, written);
  if (local !== undefined) return local;
  if (written === 'DBT' && isDigit(cursor.peek(1))) return headOf('DB', 'T', '');
  const { letters, suffix } = splitGluedSuffix(written);
  if (!isKnownChineseCode(letters)) return undefined;
  const qualifier = takeQualifier(cursor, letters);
  if (suffix !== '' || !cursor.take('/')) return headOf(letters, suffix, qualifier);
  const read = readSuffix(cursor);
  return typeof read === 'string' ? headOf(letters, read, qualifier) : read;
}
