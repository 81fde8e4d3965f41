import { upperLatin } from '../canonical-text';
import type { StandardNumber } from '../standard-number';
import { statusFromWord, type StandardStatus } from '../standard-status';
import type { NumberRemark, RemarkLanguage } from './number-remark';
import {
  IS_AMENDMENT,
  IS_NOT_YET,
  IS_PARTIAL,
  IS_REAFFIRMED,
  IS_REPLACED_BY,
  IS_REPLACING,
  IS_SUSPENDED,
  IS_WITHDRAWN,
  WHOLE,
} from './remark-words';

/** What a remark may ask about its surroundings. */
export interface RemarkSurroundings {
  /** Year of the number that the remark stands beside. */
  readonly year: number | undefined;
  /** The standard numbers in a text, left to right. */
  readonly numbersWithin: (text: string) => readonly StandardNumber[];
}

const NUMERALS = '一二三四五六七八九';

/** `7` or `十二` → 7, 12. */
function countOf(text: string): number {
  const digits = Number(text);
  if (!Number.isNaN(digits)) return digits;
  const [tens = '', units = ''] = text.includes('十') ? text.split('十') : ['-', text];
  const ten = tens === '-' ? 0 : tens === '' ? 10 : 10 * (NUMERALS.indexOf(tens) + 1);
  return ten + NUMERALS.indexOf(units || '零') + 1;
}

function yearIn(text: string): { year?: number } {
  const found = /(?:^|\D)((?:19|20)\d{2})(?!\d)/u.exec(text)?.[1];
  return found === undefined ? {} : { year: Number(found) };
}

/** 第1、2号修改单, XG1-2020, AMD 2: their numbers. */
function amendmentNumbers(upper: string): readonly number[] {
  const coded = [...upper.matchAll(/(?:XG|AMD|COR|NO)[ .]{0,2}(\d{1,2})(?!\d)/gu)];
  const sheet = /第([\d一二三四五六七八九十、,和及 第号]{1,30})号/u.exec(upper)?.[1] ?? '';
  const told = [...sheet.matchAll(/\d{1,2}|[一二三四五六七八九十]{1,3}/gu)];
  return [...coded.map((match) => Number(match[1])), ...told.map((match) => countOf(match[0]))];
}

function languageOf(upper: string): RemarkLanguage {
  if (upper.includes('中英') || upper.includes('/') || upper.includes('外')) return 'several';
  const first = upper[0] ?? '';
  if (first === '中' || first === 'C') return 'zh';
  if (first === '法' || first === 'F') return 'fr';
  if (first === '德') return 'de';
  if (first === '俄') return 'ru';
  return first === '日' ? 'ja' : 'en';
}

const ENGLISH_STATUS: Readonly<Record<string, StandardStatus>> = {
  ACTIVE: 'current',
  CURRENT: 'current',
  SUPERSEDED: 'replaced',
};
const IN_USE = new Set(['在用', '现行']);

/** The status that a remark names; undefined where it names none. */
function statusIn(upper: string): StandardStatus | undefined {
  if (IS_WITHDRAWN.test(upper)) return IS_NOT_YET.test(upper) ? 'ending' : 'withdrawn';
  if (IS_SUSPENDED.test(upper)) return 'unknown';
  if (!WHOLE.status.test(upper)) return undefined;
  if (IN_USE.has(upper)) return 'current';
  if (upper.includes('实施')) return /即将|将|未/u.test(upper) ? 'upcoming' : 'current';
  return ENGLISH_STATUS[upper] ?? statusFromWord(upper.replace(/^(?:已经|现已)/u, '已'));
}

function editionOf(upper: string): { edition?: string } {
  const chinese = /^第 ?(\d{1,2}|[一二三四五六七八九十]{1,3})/u.exec(upper)?.[1];
  if (chinese !== undefined) return { edition: String(countOf(chinese)) };
  const ordinal = /^(\d{1,2})(?:ST|ND|RD|TH)/u.exec(upper)?.[1];
  if (ordinal !== undefined) return { edition: ordinal };
  const marked = /^(?:[A-Z]+[ .]+|ED|REV|VER|V)([A-Z\d][A-Z\d.]*)$/u.exec(upper)?.[1];
  return { edition: marked ?? upper };
}

/** A year alone in brackets, behind an older number: the year in which it was found still valid. */
function isYearOfReaffirmation(upper: string, year: number | undefined): boolean {
  const told = /^R?((?:19|20)\d{2})年?$/u.exec(upper)?.[1];
  return told !== undefined && year !== undefined && Number(told) >= year;
}

function replacement(text: string, upper: string, around: RemarkSurroundings): NumberRemark | null {
  if (IS_REPLACED_BY.test(upper))
    return { kind: 'replaced_by', text, numbers: around.numbersWithin(text) };
  if (!IS_REPLACING.test(upper)) return null;
  const isPartial = IS_PARTIAL.test(upper);
  return { kind: 'replaces', text, numbers: around.numbersWithin(text), isPartial };
}

/** Says what a remark says. Whatever it does not understand is `other`, with its words. */
export function classifyRemark(text: string, around: RemarkSurroundings): NumberRemark {
  const upper = upperLatin(text.trim());
  if (WHOLE.language.test(upper)) return { kind: 'language', text, language: languageOf(upper) };
  const replaced = replacement(text, upper, around);
  if (replaced !== null) return replaced;
  if (IS_AMENDMENT.test(upper))
    return { kind: 'amendment', text, numbers: amendmentNumbers(upper), ...yearIn(upper) };
  if (IS_REAFFIRMED.test(upper) || isYearOfReaffirmation(upper, around.year))
    return { kind: 'reaffirmed', text, ...yearIn(upper) };
  const status = statusIn(upper);
  if (status !== undefined)
    return { kind: 'status', text, status, isWithdrawn: status === 'withdrawn' };
  if (WHOLE.edition.test(upper)) return { kind: 'edition', text, ...editionOf(upper) };
  if (WHOLE.print.test(upper)) return { kind: 'print', text };
  const numbers = around.numbersWithin(text);
  return numbers.length > 0 ? { kind: 'reference', text, numbers } : { kind: 'other', text };
}

/** 确认有效，代替GB/T 1-2000，GB/T 2-2000: the remarks of one pair of brackets, numbers kept together. */
export function classifyRemarks(text: string, around: RemarkSurroundings): readonly NumberRemark[] {
  const remarks: NumberRemark[] = [];
  for (const piece of text.split(/[,;。]/u)) {
    const remark = classifyRemark(piece.trim(), around);
    if (remark.text === '') continue;
    const last = remarks.at(-1);
    const continues = remark.kind === 'reference' && last !== undefined && 'numbers' in last;
    if (continues && (last.kind === 'replaces' || last.kind === 'replaced_by')) {
      const numbers = [...last.numbers, ...remark.numbers];
      remarks[remarks.length - 1] = { ...last, text: `${last.text}、${remark.text}`, numbers };
    } else remarks.push(remark);
  }
  return remarks;
}
