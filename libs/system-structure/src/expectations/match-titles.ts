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
  readonly open: ReadonlyMap<string, readonly Expectation[]>;
  /** By id: words that no title may have. */
  readonly excepted: ReadonlyMap<string, readonly string[]>;
  /** Entries as they were read: a register is compared again with every step, and few of its entries are new. */
  readonly read: Map<string, ReadEntry>;
}

/** What of an entry depends on its own words alone, and not on where it stands. */
interface ReadEntry {
  readonly title: string;
  readonly hasNumber: boolean;
  readonly isPost: boolean;
  readonly byNumber: readonly Expectation[];
  /** Clues of which every word is in the title. */
  readonly clues: readonly Clue[];
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
  const open = new Map<string, Expectation[]>();
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
      if (group.length === 0) push(open, expectation.node, expectation);
      else addClue(clues, words, { expectation, group, isHere: true });
    }
  }
  return { byNumber, words, clues, open, excepted, read: new Map() };
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
  const entry: ReadEntry = {
    title,
    hasNumber: number !== undefined,
    isPost: POST_TITLE.test(title),
    byNumber:
      number === undefined
        ? []
        : undatedKeys(number).flatMap((undated) => index.byNumber.get(undated) ?? []),
    clues: [...words].flatMap((word) =>
      (index.clues.get(word) ?? []).filter(({ group }) => group.every((one) => words.has(one))),
    ),
  };
  if (index.read.size >= MOST_READ) index.read.clear();
  index.read.set(key, entry);
  return entry;
}

/**
 * Whether that kind of entry can be the expected document at all. Where own and outside documents
 * will do, an outside one counts only where it has been placed: its title may speak of a matter
 * that is not the enterprise's.
 */
function fits(
  { expectation, basis }: Match,
  { level }: CoverageStandard,
  { isPost }: ReadEntry,
  branches: ReadonlySet<string>,
): boolean {
  const isOwn = level === undefined || level === 'enterprise';
  if (basis !== 'number' && isPost && !POST_NODE.test(expectation.node)) return false;
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
  const entry = readEntry(index, standard);
  const matches: Match[] = entry.byNumber.map((expectation) => ({
    expectation,
    basis: 'number',
    isHere: false,
  }));
  for (const { expectation, isHere } of entry.clues) {
    if (expectation.number !== undefined && entry.hasNumber) continue;
    if (isHere && !branches.has(expectation.node)) continue;
    matches.push({ expectation, basis: 'words', isHere });
  }
  for (const node of branches) {
    for (const expectation of index.open.get(node) ?? []) {
      matches.push({ expectation, basis: 'node', isHere: true });
    }
  }
  return matches.filter((match) => {
    if (!fits(match, standard, entry, branches)) return false;
    const excepted = index.excepted.get(match.expectation.id) ?? [];
    return match.basis === 'number' || !excepted.some((word) => entry.title.includes(word));
  });
}
