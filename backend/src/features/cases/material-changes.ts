import { listItems, type LocalizedText } from '@liangxing/scheme';
import { scoreMaterial, type FrozenMaterial } from '../dossiers/pure';

/** An item whose answer is another one in the later material. Points in hundredths; null: none are given. */
export interface ChangedItem {
  readonly itemId: string;
  readonly topic: LocalizedText;
  readonly stateBefore: string;
  readonly stateAfter: string;
  readonly earnedBefore: number | null;
  readonly earnedAfter: number | null;
}

/** Something of a list that came, went, or is another one now. */
export interface ChangedEntry {
  readonly change: 'added' | 'removed' | 'changed';
  /** How people call it: number and title of a standard, title of a file. */
  readonly name: string;
}

/** What differs between two materials of a case, item by item. */
export interface MaterialChanges {
  /** Fields of the profile. */
  readonly profile: readonly string[];
  readonly items: readonly ChangedItem[];
  readonly standards: readonly ChangedEntry[];
  readonly evidence: readonly ChangedEntry[];
  readonly actions: readonly ChangedEntry[];
}

/** Pure. Items are those of the later scheme; order is that of the later material, what went comes last. */
export function materialChanges(before: FrozenMaterial, after: FrozenMaterial): MaterialChanges {
  return {
    profile: changedKeys(before.profile, after.profile),
    items: changedItems(before, after),
    standards: changedEntries(before.standards, after.standards, ({ number, title }) =>
      `${number} ${title}`.trim(),
    ),
    evidence: changedEntries(before.evidence, after.evidence, ({ title }) => title),
    actions: changedEntries(before.actions, after.actions, ({ number }) => `#${String(number)}`),
  };
}

const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

function changedKeys<Facts extends object>(before: Facts, after: Facts): string[] {
  const keys = Object.keys(after) as (keyof Facts & string)[];
  return keys.filter((key) => !isSame(before[key], after[key]));
}

function changedItems(before: FrozenMaterial, after: FrozenMaterial): ChangedItem[] {
  const [scoredBefore, scoredAfter] = [scoreMaterial(before).items, scoreMaterial(after).items];
  const answers = (material: FrozenMaterial) =>
    new Map(material.answers.map(({ itemId, ...answer }) => [itemId, answer]));
  const [answersBefore, answersAfter] = [answers(before), answers(after)];
  const isScored = after.scheme.document.kind === 'scored';
  return listItems(after.scheme.document).flatMap(({ item: { id, topic } }) => {
    const [one, other] = [scoredBefore[id], scoredAfter[id]];
    const stateBefore = one?.state ?? 'unanswered';
    const stateAfter = other?.state ?? 'unanswered';
    if (isSame(answersBefore.get(id), answersAfter.get(id)) && stateBefore === stateAfter)
      return [];
    const earned = (score: typeof one) => (isScored ? (score?.earned ?? 0) : null);
    const points = { earnedBefore: earned(one), earnedAfter: earned(other) };
    return [{ itemId: id, topic, stateBefore, stateAfter, ...points }];
  });
}

function changedEntries<Entry extends { readonly id: string }>(
  before: readonly Entry[],
  after: readonly Entry[],
  nameOf: (entry: Entry) => string,
): ChangedEntry[] {
  const known = new Map(before.map((entry) => [entry.id, entry]));
  const left = new Set(after.map(({ id }) => id));
  const came = after.flatMap((entry): ChangedEntry[] => {
    const earlier = known.get(entry.id);
    if (earlier === undefined) return [{ change: 'added', name: nameOf(entry) }];
    return isSame(earlier, entry) ? [] : [{ change: 'changed', name: nameOf(entry) }];
  });
  const went = before.filter(({ id }) => !left.has(id));
  return [...came, ...went.map((entry) => ({ change: 'removed' as const, name: nameOf(entry) }))];
}
