import {
  canonicalText,
  parseStandardNumber,
  type StandardNumber,
} from '@liangxing/standard-number';
import type { CoverageStandard, Expectation } from './expectation';

/** Why an entry counts as the expected document; `node`: it stands there and anything there counts. */
export type MatchBasis = 'number' | 'words' | 'node';

interface Clue {
  readonly expectation: Expectation;
  readonly group: readonly string[];
  readonly isHere: boolean;
}

/** The expectations of one system by numbers and by words; built once, then asked per entry. */
export interface ExpectationIndex {
  readonly byNumber: ReadonlyMap<string, readonly Expectation[]>;
  /** Every word of a group, by its first two signs: what can begin at a place in a title. */
  readonly words: ReadonlyMap<string, readonly string[]>;
  /** Groups under their longest word: looked at only where that word occurs. */
  readonly clues: ReadonlyMap<string, readonly Clue[]>;
  /** By node: expectations met by whatever stands there. */
  readonly open: ReadonlyMap<string, readonly Match[]>;
  /** By id: words that no title may have. */
  readonly excepted: ReadonlyMap<string, readonly string[]>;
  /** Entries as they were read: a register is compared again with every step, and few of its entries are new. */
  readonly read: Map<string, ReadEntry>;
  /** The same by the entry itself, for whoever keeps a register: entries never change. */
  readonly seen: WeakMap<object, ReadEntry>;
}

/** What of an entry depends on its own words alone, and not on where it stands. */
interface ReadEntry {
  readonly title: string;
  readonly isPost: boolean;
  /** By its number, then by clues of which every word is in the title. */
  readonly matches: readonly Match[];
}

/** Two large registers; then all are read anew. */
const MOST_READ = 40_000;

export interface Match {
  readonly expectation: Expectation;
  readonly basis: MatchBasis;
  /** The match holds only where the entry stands in the node of the expectation. */
  readonly isHere: boolean;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/** Blanks and widths of signs carry no meaning in a title, Latin letters no case. */
function titleKey(title: string): string {
  return canonicalText(title).replaceAll(/\s+/gu, '').toUpperCase();
}

/**
 * Without year and part, and without T or Z: national and sector numbers are counted through, so
 * GB 17167 and GB/T 17167 are one document in two editions.
 */
function undatedKeys(number: StandardNumber): readonly string[] {
  const code = number.code.replace(/\/[TZ]$/u, '');
  const base = `${code}|${number.classCode ?? ''}|${number.number}`;
  const own = number.part === undefined ? [base] : [base, `${base}|${number.part}`];
  return number.adoption === undefined ? own : [...own, ...undatedKeys(number.adoption.number)];
}

function numberOf(text: string): StandardNumber | undefined {
  const parsed = parseStandardNumber(text);
  return parsed.kind === 'standard' ? parsed : undefined;
}

/** 电焊工（特种作业）操作标准: who does the work is named, so it is the standard of a post and no work instruction. */
const WORK_OF_POST =
  /((?<![化施加手人竣完开停员职返分])工|操作员|驾驶员|司机)(?:\([^()]*\))?操作(?:标准|规范)$/u;

/** 采购管理标准 is the management of purchasing: the closing word is no word of the matter. */
const matterOf = (title: string): string =>
  titleKey(title)
    .replace(/管理标准$/u, '管理')
    .replace(WORK_OF_POST, '$1岗位标准');

const longest = (group: readonly string[]): string =>
  group.reduce((a, b) => (b.length > a.length ? b : a), '');

function addClue(clues: Map<string, Clue[]>, words: Map<string, string[]>, clue: Clue): void {
  const group = clue.group.map(titleKey);
  push(clues, longest(group), { ...clue, group });
  for (const word of group) {
    const start = word.slice(0, 1);
    if (words.get(start)?.includes(word) !== true) push(words, start, word);
  }
}

export function indexExpectations(expectations: readonly Expectation[]): ExpectationIndex {
  const byNumber = new Map<string, Expectation[]>();
  const words = new Map<string, string[]>();
  const clues = new Map<string, Clue[]>();
  const open = new Map<string, Match[]>();
  const excepted = new Map<string, readonly string[]>();
  for (const expectation of expectations) {
    excepted.set(expectation.id, expectation.exceptWords.map(titleKey));
    const number = expectation.number === undefined ? undefined : numberOf(expectation.number);
    const key = number === undefined ? undefined : undatedKeys(number).at(-1);
    if (key !== undefined) push(byNumber, key, expectation);
    for (const group of expectation.words) {
      addClue(clues, words, { expectation, group, isHere: false });
    }
    for (const group of expectation.wordsHere) {
      if (group.length === 0)
        push(open, expectation.node, { expectation, basis: 'node', isHere: true });
      else addClue(clues, words, { expectation, group, isHere: true });
    }
  }
  return { byNumber, words, clues, open, excepted, read: new Map(), seen: new WeakMap() };
}

function wordsIn(index: ExpectationIndex, title: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (let at = 0; at < title.length; at += 1) {
    for (const word of index.words.get(title.charAt(at)) ?? []) {
      if (title.startsWith(word, at)) found.add(word);
    }
  }
  return found;
}

/** Titles of post standards; they speak of the department's work without being its document. */
const POST_TITLE = /(?:岗位标准|工作标准|岗位职责|岗位说明书|岗位规范)$/u;
const POST_NODE = /^(?:Z|GW)\d/u;

function readEntry(
  index: ExpectationIndex,
  { number: typed, title: written }: Pick<CoverageStandard, 'number' | 'title'>,
): ReadEntry {
  const key = `${typed}\n${written}`;
  const known = index.read.get(key);
  if (known !== undefined) return known;
  const title = matterOf(written);
  const number = numberOf(typed);
  const words = wordsIn(index, title);
  const byNumber = number === undefined ? [] : undatedKeys(number);
  const clues = [...words].flatMap((word) =>
    (index.clues.get(word) ?? []).filter(
      ({ expectation, group }) =>
        (number === undefined || expectation.number === undefined) &&
        group.every((one) => words.has(one)),
    ),
  );
  const read = { title, isPost: POST_TITLE.test(title) };
  const matches: readonly Match[] = [
    ...byNumber
      .flatMap((undated) => index.byNumber.get(undated) ?? [])
      .map((expectation) => ({ expectation, basis: 'number' as const, isHere: false })),
    ...clues
      .map(({ expectation, isHere }) => ({ expectation, basis: 'words' as const, isHere }))
      .filter((match) => !isExcepted(index, match, read)),
  ];
  const entry: ReadEntry = { ...read, matches };
  if (index.read.size >= MOST_READ) index.read.clear();
  index.read.set(key, entry);
  return entry;
}

/** Words speak against it, or it is the standard of a post and something else is expected. */
function isExcepted(
  { excepted }: ExpectationIndex,
  { expectation }: Match,
  { title, isPost }: Omit<ReadEntry, 'matches'>,
): boolean {
  if (isPost && !POST_NODE.test(expectation.node)) return true;
  return (excepted.get(expectation.id) ?? []).some((word) => title.includes(word));
}

/**
 * Whether that kind of entry can be the expected document at all. Where own and outside documents
 * will do, an outside one counts only where it has been placed: its title may speak of a matter
 * that is not the enterprise's.
 */
function fits(
  { expectation, isHere }: Match,
  { level }: CoverageStandard,
  branches: ReadonlySet<string>,
): boolean {
  const isOwn = level === undefined || level === 'enterprise';
  if (isHere && !branches.has(expectation.node)) return false;
  if (expectation.level === 'any') return isOwn || branches.has(expectation.node);
  return isOwn === (expectation.level === 'enterprise');
}

/**
 * Expectations that an entry can stand for, by number, by words of its title, or because it stands
 * in a node where anything counts. An external standard that has a number is known by its number:
 * words of the title help only where the entry's own number cannot be read.
 * @param branches the nodes in which the entry stands, with the nodes above them
 */
export function matchesOf(
  index: ExpectationIndex,
  standard: CoverageStandard,
  branches: ReadonlySet<string>,
): readonly Match[] {
  const entry = index.seen.get(standard) ?? readEntry(index, standard);
  index.seen.set(standard, entry);
  const found = entry.matches.filter((match) => fits(match, standard, branches));
  for (const node of branches) {
    for (const match of index.open.get(node) ?? []) {
      if (fits(match, standard, branches) && !isExcepted(index, match, entry)) found.push(match);
    }
  }
  return found;
}
