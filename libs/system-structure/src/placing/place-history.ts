import { parseStandardNumber } from '@liangxing/standard-number';

/** A standard that already has its place. */
export interface PlacedExample {
  readonly number: string;
  readonly title: string;
  /** Keys of its nodes, the main one first. */
  readonly nodes: readonly string[];
}

export interface Precedent {
  readonly node: string;
  /** 0 to 1: the pairs of signs that the titles share. */
  readonly likeness: number;
  readonly example: PlacedExample;
  /** Of the placed parts of the same series, how many are here and how many there are; absent: a like title only. */
  readonly series?: { readonly here: number; readonly all: number };
}

/** `GB/T 2423` for every part and edition of it; undefined where the number cannot be read. */
export function seriesOf(number: string): string | undefined {
  const parsed = parseStandardNumber(number);
  if (parsed.kind !== 'standard') return undefined;
  const code = parsed.code.replace(/\/[TZ]$/u, '');
  return `${code} ${parsed.classCode ?? ''}${parsed.number}`;
}

/** Longer titles tell nothing more. */
const LONGEST_TITLE = 120;

/** A pair that so many titles have tells nothing, and would make a long register slow. */
const COMMON = 200;

/** Pairs of neighbouring signs. */
export function pairsOf(title: string): ReadonlySet<string> {
  const signs = title.slice(0, LONGEST_TITLE).replaceAll(/[\s\p{P}]+/gu, '');
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < signs.length; at += 1) pairs.add(signs.slice(at, at + 2));
  return pairs;
}

interface Known {
  readonly example: PlacedExample;
  readonly node: string;
  readonly pairs: number;
}

/** The enterprise's own placements, asked for what resembles a new entry. */
export class PlaceHistory {
  private readonly bySeries = new Map<string, Known[]>();
  private readonly byPair = new Map<string, Known[]>();

  constructor(examples: readonly PlacedExample[]) {
    for (const example of examples) {
      const [node] = example.nodes;
      if (node === undefined) continue;
      const pairs = pairsOf(example.title);
      const known: Known = { example, node, pairs: pairs.size };
      for (const pair of pairs) push(this.byPair, pair, known);
      const series = seriesOf(example.number);
      if (series !== undefined) push(this.bySeries, series, known);
    }
  }

  /** By node the closest precedent. A further example can only bring a node nearer. */
  precedents(entry: {
    readonly number: string;
    readonly title: string;
  }): ReadonlyMap<string, Precedent> {
    const found = new Map<string, Precedent>();
    const keep = ({ node, example }: Known, likeness: number): void => {
      const before = found.get(node);
      if (before === undefined || before.likeness < likeness) {
        found.set(node, { node, likeness, example });
      }
    };
    const pairs = pairsOf(entry.title);
    const shared = new Map<Known, number>();
    for (const pair of pairs) {
      const holders = this.byPair.get(pair) ?? [];
      if (holders.length > COMMON) continue;
      for (const known of holders) {
        shared.set(known, (shared.get(known) ?? 0) + 1);
      }
    }
    for (const [known, count] of shared) keep(known, (2 * count) / (pairs.size + known.pairs));
    const series = seriesOf(entry.number);
    const parts = series === undefined ? [] : (this.bySeries.get(series) ?? []);
    for (const { node, example } of parts) {
      const { likeness = 0, series: counted } = found.get(node) ?? {};
      const here = (counted?.here ?? 0) + 1;
      found.set(node, { node, likeness, example, series: { here, all: parts.length } });
    }
    return found;
  }
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
