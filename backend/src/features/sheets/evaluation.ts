import { canonicalJson } from '@liangxing/contracts';
import { listItems, type PlacedItem, type Scheme } from '@liangxing/scheme';
import {
  score,
  type Answers,
  type EnterpriseFacts,
  type ItemAnswer,
  type ItemScore,
  type RuleAnswer,
  type Score,
} from '@liangxing/scoring';
import type { ScoredContent, SettledItem } from './sheet';

/** What is scored, and by which scheme. */
export interface Scored {
  readonly scheme: Scheme;
  readonly facts: EnterpriseFacts;
}

type Judged = Pick<ScoredContent, 'state' | 'rules' | 'approval'>;

/** A sheet that was handed in. */
export interface HandedIn {
  readonly userId: string;
  readonly answers: ReadonlyMap<string, Judged>;
  /** The score of the sheet as a whole. */
  readonly score: Score;
}

const UNANSWERED: Judged = { state: 'unanswered', rules: {}, approval: null };

/** One judgement as the scoring library takes it; null: there is none. */
export function scorable({ state, rules, approval }: Judged): ItemAnswer | null {
  if (state === 'unanswered') return null;
  return approval === null ? { state, rules } : { state, rules, approval };
}

export function scorableAll(answers: Iterable<readonly [string, Judged]>): Answers {
  const all = [...answers].flatMap(([itemId, judged]) => {
    const answer = scorable(judged);
    return answer === null ? [] : [[itemId, answer] as const];
  });
  return Object.fromEntries(all);
}

export const scoreOf = ({ scheme, facts }: Scored, answers: Iterable<readonly [string, Judged]>) =>
  score(scheme, scorableAll(answers), facts);

/** A rule that takes or gives nothing says no more than one that was not answered. */
const says = (answer: RuleAnswer): boolean => answer !== false && answer !== 0;

const meaning = ({ state, rules }: Judged): string =>
  canonicalJson([state, Object.fromEntries(Object.entries(rules).filter(([, one]) => says(one)))]);

const isSame = (one: Judged, other: Judged, a?: ItemScore, b?: ItemScore): boolean =>
  meaning(one) === meaning(other) && a?.state === b?.state && a?.earned === b?.earned;

/** How an item stands after the sheets were handed in. */
export interface ReconciledItem extends PlacedItem {
  /** The sheets do not say the same of it: state, rules or points. */
  readonly differs: boolean;
  /** By the lead; null: nobody has, or nobody need. */
  readonly settled: SettledItem | null;
  /** What counts; null: it waits for the lead. */
  readonly result: Judged | null;
}

/** Items in printed order. Where all sheets say the same it is settled by itself, unless the lead settled it otherwise. */
export function reconcile(
  { scheme }: Scored,
  sheets: readonly HandedIn[],
  settled: ReadonlyMap<string, SettledItem>,
): readonly ReconciledItem[] {
  const [first, ...others] = sheets;
  return listItems(scheme).map((placed) => {
    const { id } = placed.item;
    const judged = first?.answers.get(id) ?? UNANSWERED;
    const differs = others.some(
      (sheet) =>
        !isSame(
          judged,
          sheet.answers.get(id) ?? UNANSWERED,
          first?.score.items[id],
          sheet.score.items[id],
        ),
    );
    const own = settled.get(id) ?? null;
    return { ...placed, differs, settled: own, result: own ?? (differs ? null : judged) };
  });
}

/** The score of what is settled; items that wait earn nothing. */
export const settledScore = (scored: Scored, items: readonly ReconciledItem[]): Score =>
  scoreOf(
    scored,
    items.flatMap(({ item, result }) => (result === null ? [] : [[item.id, result] as const])),
  );
