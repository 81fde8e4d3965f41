/** A followed standard: what was pasted, and what is known of it now. No I/O. */
import {
  changesSince,
  findStandardNumber,
  printedNumber,
  readNumberCell,
  type StandardNumber,
  type WatchedChange,
  type WatchedState,
} from '@liangxing/standard-number';
import { sha256Of } from '../../../kernel/pure';
import { keysOf } from '../catalogue-keys';
import type { CheckedStandard, CurrencyRow } from '../currency-report';
import type { Verification } from '../verification';

/** A standard that somebody wants to follow. */
export interface WantedStandard {
  readonly identityKey: string;
  readonly number: string;
  readonly level: string;
  readonly title: string;
}

export interface Watched extends WantedStandard {
  readonly id: string;
  readonly seen: WatchedState;
  readonly addedAt: Date;
  readonly addedByName: string;
}

/** What is known of it today, by register, catalogue and people. */
export interface KnownStandard {
  readonly row: CurrencyRow;
  /** The row of the register that lists it. */
  readonly listed: { readonly id: string; readonly version: number } | null;
  readonly verified: Verification | null;
  readonly state: WatchedState;
}

const LONGEST_LINE = 300;

interface ReadNumbers {
  readonly wanted: readonly WantedStandard[];
  /** Lines that hold no number of a standard. */
  readonly unread: readonly string[];
}

function wantedOf(number: StandardNumber, title: string): WantedStandard | null {
  const keys = keysOf(number);
  if (keys === null) return null;
  return { identityKey: keys.identityKey, number: keys.number, level: keys.level, title };
}

function readLine(line: string): readonly WantedStandard[] {
  const numbers = readNumberCell(line).map(({ number }) => number);
  const standards = numbers.flatMap((number) => (number.kind === 'standard' ? [number] : []));
  if (numbers.length > 0 && standards.length === numbers.length)
    return standards.flatMap((number) => wantedOf(number, '') ?? []);
  const found = findStandardNumber(line);
  return found === undefined ? [] : [wantedOf(found.number, found.title) ?? []].flat();
}

/** Numbers as people paste them: one or several in a line, with a title behind or without. Each once. */
export function readNumbers(text: string): ReadNumbers {
  const wanted = new Map<string, WantedStandard>();
  const unread: string[] = [];
  for (const line of text.split(/\r?\n/u).map((one) => one.replaceAll('\t', ' ').trim())) {
    if (line === '') continue;
    const found = line.length > LONGEST_LINE ? [] : readLine(line);
    if (found.length === 0) unread.push(line.slice(0, LONGEST_LINE));
    for (const one of found) if (!wanted.has(one.identityKey)) wanted.set(one.identityKey, one);
  }
  return { wanted: [...wanted.values()], unread };
}

/** A followed standard that the register does not list, as a currency check reads it. */
export function checkedOf(
  wanted: WantedStandard,
  verified: Verification | undefined,
): CheckedStandard {
  return {
    id: wanted.identityKey,
    version: 0,
    position: 0,
    number: wanted.number,
    title: wanted.title,
    numberKind: 'standard',
    level: wanted.level,
    identityKey: wanted.identityKey,
    isPlanned: false,
    ownStatus: verified?.result ?? 'unknown',
    isOwnDue: false,
    statusSource: verified?.source ?? '',
    statusCheckedOn: verified?.checkedOn ?? null,
    checkedStatus: null,
  };
}

export function stateOfRow(row: CurrencyRow, verified: Verification | undefined): WatchedState {
  const told = row.candidates.map(({ number }) => printedNumber(number));
  const found = verified?.result === 'replaced' ? verified.replacedBy : '';
  return {
    status: row.status,
    isDue: row.isDue,
    inForceOn: row.entry?.inForceOn ?? null,
    endsOn: row.endsOn,
    edition: row.resolvedNumber === null ? null : printedNumber(row.resolvedNumber),
    replacedBy: told.length > 0 || found === '' ? told : [found],
  };
}

/** Names a state, so that what a person marks as read is what was shown. */
export function stampOf(state: WatchedState): string {
  const { status, isDue, inForceOn, endsOn, edition, replacedBy } = state;
  const told = JSON.stringify([status, isDue, inForceOn, endsOn, edition, [...replacedBy].sort()]);
  return sha256Of(told).slice(0, 16);
}

export const changesOf = ({ seen }: Watched, { state }: KnownStandard): readonly WatchedChange[] =>
  changesSince(seen, state);
