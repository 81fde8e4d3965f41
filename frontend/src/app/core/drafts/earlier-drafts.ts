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
  const added: Draft<C>[] = [];
  for (const { key, value } of kept) {
    // What cannot be read or written anew stays where it is, and keeps nothing else from being taken up.
    try {
      const taken = earlier.draftsOf(value).filter(({ itemId }) => !known.has(itemId));
      added.push(...taken);
      for (const draft of taken) await local.write(prefix + draft.itemId, draft);
      await local.remove(key);
    } catch {
      continue;
    }
  }
  return [...drafts, ...added];
}

/** A draft with everything that it says in another shape. */
export function reshaped<C>(draft: Draft<C>, shape: (content: C) => C): Draft<C> {
  const { content, base, sent } = draft;
  return {
    ...draft,
    content: shape(content),
    ...(base && { base: shape(base) }),
    ...(sent && { sent: { ...sent, content: shape(sent.content) } }),
  };
}
