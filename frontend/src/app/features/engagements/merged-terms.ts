import { AREAS, type Area } from '@liangxing/contracts';
import type { TypedTerms } from './terms-fields';

/**
 * What was chosen here upon what is stored now: only what was changed here goes before it, so that an area which somebody
 * else closed meanwhile is not opened again unseen.
 *
 * @param base upon which it was chosen
 */
export function mergedTerms(base: TypedTerms, mine: TypedTerms, stored: TypedTerms): TypedTerms {
  const readable = mergedAreas(base.readable, mine.readable, stored.readable);
  const writable = mergedAreas(base.writable, mine.writable, stored.writable);
  return {
    readable,
    writable: writable.filter((area) => readable.includes(area)),
    from: stored.from,
    until: mine.until === base.until ? stored.until : mine.until,
  };
}

function mergedAreas(
  base: readonly Area[],
  mine: readonly Area[],
  stored: readonly Area[],
): readonly Area[] {
  return AREAS.filter((area) =>
    (mine.includes(area) === base.includes(area) ? stored : mine).includes(area),
  );
}
