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
  const kept = isRising(options) ? options : pareto(options);
  return { ...valuesOf(kept), origin: { kind: 'leaf', picks: kept.map(({ pick }) => pick) } };
}

/** Nothing gained, nothing spent. */
export function nothing<Pick>(): Frontier<Pick> {
  return oneOf<Pick>([{ gain: 0, cost: 0, pick: null }]);
}

interface Entry {
  readonly gain: number;
  readonly cost: number;
}

/** The useful entries in rising order; of equals the first listed stays. */
function pareto<Kept extends Entry>(entries: readonly Kept[]): Kept[] {
  const order = entries.map((entry, index) => ({ entry, index }));
  order.sort(
    (a, b) => b.entry.gain - a.entry.gain || a.entry.cost - b.entry.cost || a.index - b.index,
  );
  let cheapest = Infinity;
  const kept: Kept[] = [];
  for (const { entry } of order) {
    if (entry.cost < cheapest) kept.push(entry);
    cheapest = Math.min(cheapest, entry.cost);
  }
  return kept.reverse();
}

/** Nearly every rule has one way or none: nothing to sort then. */
function isRising(entries: readonly Entry[]): boolean {
  for (let at = 1; at < entries.length; at += 1) {
    const [before, entry] = [entries[at - 1], entries[at]];
    if (!before || !entry || entry.gain <= before.gain || entry.cost <= before.cost) return false;
  }
  return true;
}

/** Filled one by one: that is several times faster than `from`, and a route makes hundreds of them. */
function valuesOf(entries: readonly Entry[]): Pick<Frontier<never>, 'gains' | 'costs'> {
  const gains = new Int32Array(entries.length);
  const costs = new Float64Array(entries.length);
  entries.forEach(({ gain, cost }, at) => {
    gains[at] = gain;
    costs[at] = cost;
  });
  return { gains, costs };
}

/** One of several frontiers. */
export function either<Pick>(among: readonly Frontier<Pick>[]): Frontier<Pick> {
  const entries = among.flatMap((frontier, which) =>
    Array.from(frontier.gains, (gain, at) => ({ gain, cost: frontier.costs[at] ?? 0, which, at })),
  );
  const kept = pareto(entries);
  return {
    ...valuesOf(kept),
    origin: {
      kind: 'either',
      among,
      which: Int32Array.from(kept, ({ which }) => which),
      at: Int32Array.from(kept, ({ at }) => at),
    },
  };
}

/**
 * Both together: gains and costs add up. Gains above `cap` count as `cap`, because more is of no use; those below
 * `least` are left out, because they lead nowhere. Exact: of all other pairs with a sum of gains, the cheapest is found;
 * of equals the first.
 */
export function sum<Pick>(
  left: Frontier<Pick>,
  right: Frontier<Pick>,
  cap = Infinity,
  least = 0,
): Frontier<Pick> {
  if (isNothing(left) && last(right.gains) <= cap && (right.gains[0] ?? 0) >= least) return right;
  const most = Math.min(cap, last(left.gains) + last(right.gains));
  const best = new Float64Array(most + 1).fill(Infinity);
  const pair = new Int32Array(most + 1);
  const width = right.gains.length;
  const widest = last(right.gains);
  for (let i = 0; i < left.gains.length; i += 1) {
    const gain = left.gains[i] ?? 0;
    if (gain + widest < least) continue;
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
  return collect(left, right, best, pair, Math.max(0, least));
}

/** What `nothing` gives. */
function isNothing<Pick>({ gains, costs, origin }: Frontier<Pick>): boolean {
  return (
    gains.length === 1 &&
    gains[0] === 0 &&
    costs[0] === 0 &&
    origin.kind === 'leaf' &&
    origin.picks[0] === null
  );
}

/** Keeps the buckets that no higher gain undercuts. */
function collect<Pick>(
  left: Frontier<Pick>,
  right: Frontier<Pick>,
  best: Float64Array,
  pair: Int32Array,
  least: number,
): Frontier<Pick> {
  let cheapest = Infinity;
  let size = 0;
  for (let gain = best.length - 1; gain >= least; gain -= 1) {
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
  for (let gain = least; gain < best.length; gain += 1) {
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
  const gains = new Int32Array(of.gains.length);
  const at = new Int32Array(of.gains.length);
  let size = 0;
  of.gains.forEach((gain, index) => {
    const changed = change(gain);
    if (changed === null || (size > 0 && gains[size - 1] === changed)) return;
    gains[size] = changed;
    at[size] = index;
    size += 1;
  });
  const costs = new Float64Array(size);
  for (let index = 0; index < size; index += 1) costs[index] = of.costs[at[index] ?? 0] ?? 0;
  const origin = { kind: 'mapped', of, at } as const;
  return { gains: gains.subarray(0, size), costs, origin };
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
