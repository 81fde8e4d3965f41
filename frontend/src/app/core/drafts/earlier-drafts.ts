import type { Draft } from './draft-saver';
import type { LocalDrafts } from './local-drafts';

/** What an earlier build kept of the same thing under other keys. */
export interface EarlierDrafts<C extends object> {
  /** Ends with `:` where a key follows for each thing. */
  readonly key: string;
  /** In today's shape; none where it says nothing that is still known. */
  readonly draftsOf: (kept: unknown) => readonly Draft<C>[];
}

/**
 * What waits on this machine for one opened thing; text that was typed before an update lies under today's keys afterwards.
 * Where both builds kept something, the newer text counts.
 * @param prefix of today's keys
 */
export async function readDrafts<C extends object>(
  local: LocalDrafts,
  prefix: string,
  earlier?: EarlierDrafts<C>,
): Promise<readonly Draft<C>[]> {
  const drafts = (await local.readAll<Draft<C>>(prefix)).map(({ value }) => value);
  if (!earlier) return drafts;
  const isEarlier = (key: string) =>
    !key.startsWith(prefix) && (key === earlier.key || earlier.key.endsWith(':'));
  const kept = (await local.readAll<unknown>(earlier.key)).filter(({ key }) => isEarlier(key));
  const known = new Set(drafts.map(({ itemId }) => itemId));
  const taken = kept.flatMap(({ value }) => earlier.draftsOf(value));
  const added = taken.filter(({ itemId }) => !known.has(itemId));
  for (const draft of added) await local.write(prefix + draft.itemId, draft);
  for (const { key } of kept) await local.remove(key);
  return [...drafts, ...added];
}
