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

/** Likeness below this is chance. */
export const LEAST_LIKENESS = 0.34;

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
  private readonly known: Known[] = [];
  /** Places in `known`, by pair. */
  private readonly byPair = new Map<string, number[]>();
  /** Pairs shared with the entry that is asked for, by place in `known`; all 0 between two questions. */
  private readonly shared: Uint8Array;

  constructor(examples: readonly PlacedExample[]) {
    for (const example of examples) {
      const [node] = example.nodes;
      if (node === undefined) continue;
      const pairs = pairsOf(example.title);
      const known: Known = { example, node, pairs: pairs.size };
      const at = this.known.push(known) - 1;
      for (const pair of pairs) push(this.byPair, pair, at);
      const series = seriesOf(example.number);
      if (series !== undefined) push(this.bySeries, series, known);
    }
    // A title has fewer than LONGEST_TITLE pairs.
    this.shared = new Uint8Array(this.known.length);
  }

  /** By node the closest precedent that is like more than by chance, or of the series. A further example can only bring a node nearer. */
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
    for (const [known, count] of this.sharing(pairs)) {
      const likeness = (2 * count) / (pairs.size + known.pairs);
      if (likeness >= LEAST_LIKENESS) keep(known, likeness);
    }
    const series = seriesOf(entry.number);
    const parts = series === undefined ? [] : (this.bySeries.get(series) ?? []);
    for (const { node, example } of parts) {
      const { likeness = 0, series: counted } = found.get(node) ?? {};
      const here = (counted?.here ?? 0) + 1;
      found.set(node, { node, likeness, example, series: { here, all: parts.length } });
    }
    return found;
  }

  /** Examples with how many of the pairs they have, in the order in which they are met. */
  private sharing(pairs: ReadonlySet<string>): readonly (readonly [Known, number])[] {
    // Counted in an array: the lists of a long register are walked for every entry.
    const met: number[] = [];
    for (const pair of pairs) {
      const holders = this.byPair.get(pair) ?? [];
      if (holders.length > COMMON) continue;
      for (const at of holders) {
        const count = this.shared[at] ?? 0;
        if (count === 0) met.push(at);
        this.shared[at] = count + 1;
      }
    }
    return met.flatMap((at) => {
      const [known, count] = [this.known[at], this.shared[at] ?? 0];
      this.shared[at] = 0;
      return known === undefined ? [] : [[known, count] as const];
    });
  }
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
