/** Where a page that is left keeps what it had taken off the screen and not yet sent. */
const storageKey = (organizationId: string, userId: string): string =>
  `lx.removals.${organizationId}.${userId}`;

/** Called while a page goes away, when no request gets through any more. */
export function keepRemovals(
  storage: Storage,
  organizationId: string,
  userId: string,
  ids: readonly string[],
): void {
  if (ids.length > 0) storage.setItem(storageKey(organizationId, userId), JSON.stringify(ids));
}

/** What an earlier page of the same person left; it is handed out once. */
export function takeRemovals(
  storage: Storage,
  organizationId: string,
  userId: string,
): readonly string[] {
  const key = storageKey(organizationId, userId);
  const kept = storage.getItem(key);
  storage.removeItem(key);
  if (kept === null) return [];
  try {
    const ids: unknown = JSON.parse(kept);
    return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [];
  } catch {
    return [];
  }
}
