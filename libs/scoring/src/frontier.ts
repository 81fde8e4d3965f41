/**
 * Trade-offs between gain and cost: the entries of a frontier rise strictly in both, and each is the cheapest way
 * to its gain or more. Every entry remembers what it was made of, so that the choice can be read back.
 * Gains are whole units (≥ 0), costs whole numbers (≥ 0).
 */
export interface Frontier<Pick> {
  readonly gains: Int32Array;
  readonly costs: Float64Array;
  readonly origin: Origin<Pick>;
}

type Origin<Pick> =
  | { readonly kind: 'leaf'; readonly picks: readonly (Pick | null)[] }
  | {
      readonly kind: 'sum';
      readonly left: Frontier<Pick>;
      readonly right: Frontier<Pick>;
      readonly leftAt: Int32Array;
      readonly rightAt: Int32Array;
    }
  | { readonly kind: 'mapped'; readonly of: Frontier<Pick>; readonly at: Int32Array }
  | {
      readonly kind: 'either';
      readonly among: readonly Frontier<Pick>[];
      readonly which: Int32Array;
      readonly at: Int32Array;
    };

interface FrontierOption<Pick> {
  readonly gain: number;
  readonly cost: number;
  readonly pick: Pick | null;
}

/** Exactly one of the options; leaving things as they are is an option only if it is listed. */
export function oneOf<Pick>(options: readonly FrontierOption<Pick>[]): Frontier<Pick> {
  const order = pareto(options);
  const kept = order.map((index) => options[index]).filter((option) => option !== undefined);
  return {
    gains: Int32Array.from(kept, ({ gain }) => gain),
    costs: Float64Array.from(kept, ({ cost }) => cost),
    origin: { kind: 'leaf', picks: kept.map(({ pick }) => pick) },
  };
}

/** Nothing gained, nothing spent. */
export function nothing<Pick>(): Frontier<Pick> {
  return oneOf<Pick>([{ gain: 0, cost: 0, pick: null }]);
}

/** Positions of the useful entries in rising order; of equals the first listed stays. */
function pareto(entries: readonly { readonly gain: number; readonly cost: number }[]): number[] {
  const order = entries.map((_, index) => index);
  const entry = (index: number) => entries[index] ?? { gain: 0, cost: 0 };
  order.sort((a, b) => entry(b).gain - entry(a).gain || entry(a).cost - entry(b).cost || a - b);
  let cheapest = Infinity;
  return order
    .filter((index) => {
      const { cost } = entry(index);
      const isUseful = cost < cheapest;
      cheapest = Math.min(cheapest, cost);
      return isUseful;
    })
    .reverse();
}

/** One of several frontiers. */
export function either<Pick>(among: readonly Frontier<Pick>[]): Frontier<Pick> {
  const entries = among.flatMap((frontier, which) =>
    Array.from(frontier.gains, (gain, at) => ({ gain, cost: frontier.costs[at] ?? 0, which, at })),
  );
  const kept = pareto(entries)
    .map((index) => entries[index])
    .filter((entry) => entry !== undefined);
  return {
    gains: Int32Array.from(kept, ({ gain }) => gain),
    costs: Float64Array.from(kept, ({ cost }) => cost),
    origin: {
      kind: 'either',
      among,
      which: Int32Array.from(kept, ({ which }) => which),
      at: Int32Array.from(kept, ({ at }) => at),
    },
  };
}

/**
 * Both together: gains and costs add up. Gains above `cap` count as `cap`, because more is of no use.
 * Exact: of all pairs with a sum of gains, the cheapest is found; of equals the first.
 */
export function sum<Pick>(
  left: Frontier<Pick>,
  right: Frontier<Pick>,
  cap = Infinity,
): Frontier<Pick> {
  const most = Math.min(cap, last(left.gains) + last(right.gains));
  const best = new Float64Array(most + 1).fill(Infinity);
  const pair = new Int32Array(most + 1);
  const width = right.gains.length;
  for (let i = 0; i < left.gains.length; i += 1) {
    const gain = left.gains[i] ?? 0;
    const cost = left.costs[i] ?? 0;
    for (let j = 0; j < width; j += 1) {
      const reached = Math.min(most, gain + (right.gains[j] ?? 0));
      const spent = cost + (right.costs[j] ?? 0);
      if (spent < (best[reached] ?? 0)) {
        best[reached] = spent;
        pair[reached] = i * width + j;
      }
    }
  }
  return collect(left, right, best, pair);
}

/** Keeps the buckets that no higher gain undercuts. */
function collect<Pick>(
  left: Frontier<Pick>,
  right: Frontier<Pick>,
  best: Float64Array,
  pair: Int32Array,
): Frontier<Pick> {
  let cheapest = Infinity;
  let size = 0;
  for (let gain = best.length - 1; gain >= 0; gain -= 1) {
    const cost = best[gain] ?? Infinity;
    if (cost < cheapest) {
      cheapest = cost;
      size += 1;
    } else best[gain] = Infinity;
  }
  const gains = new Int32Array(size);
  const costs = new Float64Array(size);
  const leftAt = new Int32Array(size);
  const rightAt = new Int32Array(size);
  const width = right.gains.length;
  let at = 0;
  for (let gain = 0; gain < best.length; gain += 1) {
    const cost = best[gain] ?? Infinity;
    if (cost === Infinity) continue;
    const both = pair[gain] ?? 0;
    gains[at] = gain;
    costs[at] = cost;
    leftAt[at] = Math.floor(both / width);
    rightAt[at] = both % width;
    at += 1;
  }
  return { gains, costs, origin: { kind: 'sum', left, right, leftAt, rightAt } };
}

/**
 * The same ways with other gains; `change` must not turn a greater gain into a smaller one, and gives null where
 * a way is of no use.
 */
export function mapped<Pick>(
  of: Frontier<Pick>,
  change: (gain: number) => number | null,
): Frontier<Pick> {
  const gains: number[] = [];
  const at: number[] = [];
  of.gains.forEach((gain, index) => {
    const changed = change(gain);
    if (changed === null || gains.at(-1) === changed) return;
    gains.push(changed);
    at.push(index);
  });
  return {
    gains: Int32Array.from(gains),
    costs: Float64Array.from(at, (index) => of.costs[index] ?? 0),
    origin: { kind: 'mapped', of, at: Int32Array.from(at) },
  };
}

/** What one entry is made of, in the order in which the parts were put together. */
export function picksOf<Pick>(frontier: Frontier<Pick>, index: number): Pick[] {
  const picks: Pick[] = [];
  collectPicks(frontier, index, picks);
  return picks;
}

function collectPicks<Pick>(frontier: Frontier<Pick>, index: number, into: Pick[]): void {
  const { origin } = frontier;
  switch (origin.kind) {
    case 'leaf': {
      const pick = origin.picks[index];
      if (pick !== null && pick !== undefined) into.push(pick);
      return;
    }
    case 'sum':
      collectPicks(origin.left, origin.leftAt[index] ?? 0, into);
      collectPicks(origin.right, origin.rightAt[index] ?? 0, into);
      return;
    case 'mapped':
      collectPicks(origin.of, origin.at[index] ?? 0, into);
      return;
    case 'either': {
      const chosen = origin.among[origin.which[index] ?? 0];
      if (chosen !== undefined) collectPicks(chosen, origin.at[index] ?? 0, into);
    }
  }
}

/** The greatest gain; 0 of an empty frontier. */
export function last(values: Int32Array | Float64Array): number {
  return values[values.length - 1] ?? 0;
}
