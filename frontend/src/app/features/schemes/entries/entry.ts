import type { EntryItem, EntryRule } from '@liangxing/scheme';
import type {
  EntryDto,
  EntryProblemDto,
  EntrySummaryDto,
} from '../../../core/api/generated/openapi';

/** A scoring table that is entered from paper, as the server lists it. */
export type EntrySummary = EntrySummaryDto;
/** Its content is null while others enter it or have it checked. */
export type Entry = EntryDto;
/** As the server says it: place and words. */
export type EntryProblem = EntryProblemDto;

export const ENTRY_STEPS = ['source', 'parts', 'items', 'grades', 'mapping', 'submit'] as const;
export type EntryStepName = (typeof ENTRY_STEPS)[number];

const whole = /^\d{1,5}(\.\d{1,2})?$/;

/** `12.5`, `１２ 分`, `80%` → hundredths; null for an empty field, undefined for what is no such number. */
export function readHundredths(text: string): number | null | undefined {
  const typed = text.normalize('NFKC').replace(/[分%\s]/g, '');
  if (typed === '') return null;
  return whole.test(typed) ? Math.round(Number(typed) * 100) : undefined;
}

export const newRule = (rules: readonly EntryRule[]): EntryRule => ({
  id: freeLetter(rules.map(({ id }) => id)),
  ...{ kind: 'fixed', text: '', amount: null, max: null, beyond: false, steps: [] },
});

/** `a`, `b`, … `z`, `a2`, …: answers refer to it, so that one that was used is not the next one's. */
export function freeLetter(taken: readonly string[]): string {
  for (let round = 1; ; round++)
    for (const letter of 'abcdefghijklmnopqrstuvwxyz') {
      const id = round === 1 ? letter : `${letter}${round}`;
      if (!taken.includes(id)) return id;
    }
}

export const newItem = (id: string, under: string): EntryItem => ({
  ...{ id, under, clause: '', topic: '', asked: '', points: null, star: false },
  ...{ evidence: [], rules: [], mappedTo: [] },
});

/** `3` after `2`, `2.4` after `2.3`. */
export function nextNumber(ids: readonly string[], first: string): string {
  const last = ids.at(-1) ?? '';
  const [, before = '', figure = ''] = /^(.*?)(\d+)$/.exec(last) ?? [];
  return figure === '' ? first : `${before}${Number(figure) + 1}`;
}

/** The list with one row changed; its rows are told apart by their place. */
export const changedAt = <Row>(
  rows: readonly Row[],
  index: number,
  change: Partial<Row>,
): readonly Row[] => rows.map((row, at) => (at === index ? { ...row, ...change } : row));

export const withoutAt = <Row>(rows: readonly Row[], index: number): readonly Row[] =>
  rows.filter((_, at) => at !== index);
