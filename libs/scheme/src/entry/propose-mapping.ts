import { listItems } from '../lookup';
import type { Scheme } from '../scheme';
import type { EntryItem } from './entry';

/** A readiness item that may be the same matter as an item of the table; a person says whether it is. */
export interface MappingProposal {
  readonly itemId: string;
  /** From 0 to 1. */
  readonly likeness: number;
}

const LEAST = 0.3;
const MOST = 3;

/** Pairs of neighbouring characters, of what is not punctuation; words that every item has say nothing. */
function pairsOf(text: string): ReadonlySet<string> {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/企业|标准化|标准|应当|应|的|和|与|及|是否|有/gu, '')
    .replace(/[\p{P}\p{S}\s]/gu, '');
  const characters = [...plain];
  return new Set(characters.slice(1).map((next, index) => `${characters[index] ?? ''}${next}`));
}

function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size === 0 || other.size === 0) return 0;
  const shared = [...one].filter((pair) => other.has(pair)).length;
  return (2 * shared) / (one.size + other.size);
}

/** For each item of a table those of a readiness scheme whose names are most alike, the likest first. */
export function proposeMapping(
  items: readonly Pick<EntryItem, 'id' | 'topic' | 'asked'>[],
  readiness: Scheme,
): ReadonlyMap<string, readonly MappingProposal[]> {
  const candidates = listItems(readiness).map(({ item }) => ({
    itemId: item.id,
    topic: pairsOf(item.topic['zh-CN']),
    whole: pairsOf(item.topic['zh-CN'] + item.asked['zh-CN']),
  }));
  return new Map(
    items.map(({ id, topic, asked }) => {
      const [name, whole] = [pairsOf(topic), pairsOf(topic + asked)];
      const found = candidates
        .map((candidate) => ({
          itemId: candidate.itemId,
          likeness: Math.max(likeness(name, candidate.topic), likeness(whole, candidate.whole)),
        }))
        .filter((proposal) => proposal.likeness >= LEAST)
        .sort((first, second) => second.likeness - first.likeness);
      return [id, found.slice(0, MOST)];
    }),
  );
}
