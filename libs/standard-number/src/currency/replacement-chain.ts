/** One step from a standard to what replaces it. Many to many: split, merge, partly. */
export interface Replacement {
  readonly by: string;
  /** Only a part of the old standard is taken over. */
  readonly isPartial: boolean;
}

interface ReplacementTarget {
  /** Identity of the standard at the end of the chain. */
  readonly identity: string;
  /** Identities on the way to it, from the one next to the start; the target itself is the last. */
  readonly path: readonly string[];
  /** Some step of the way takes over a part only. */
  readonly isPartial: boolean;
}

/**
 * Follows the replacements of a standard to those that are not replaced themselves. A → B → C answers C; a split
 * answers every branch; rings end where they close, and what stands in one is no target.
 * @param replacementsOf the next steps of an identity
 * @param isOut true where a standard is out of force, so that the chain goes on from it
 * @param most targets answered at most
 */
export function replacementTargets(
  start: string,
  replacementsOf: (identity: string) => readonly Replacement[],
  isOut: (identity: string) => boolean,
  most = 20,
): readonly ReplacementTarget[] {
  const targets: ReplacementTarget[] = [];
  const seen = new Set([start]);
  const waiting: ReplacementTarget[] = [{ identity: start, path: [], isPartial: false }];
  for (let at = 0; at < waiting.length && targets.length < most; at += 1) {
    const here = waiting[at];
    if (here === undefined) break;
    const next =
      here.identity === start || isOut(here.identity) ? replacementsOf(here.identity) : [];
    if (next.length === 0 && here.identity !== start) targets.push(here);
    for (const { by, isPartial } of next) {
      if (seen.has(by)) continue;
      seen.add(by);
      const path = [...here.path, by];
      waiting.push({ identity: by, path, isPartial: here.isPartial || isPartial });
    }
  }
  return targets;
}
