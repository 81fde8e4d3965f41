import { isSameValue } from '../../core/drafts/merge-fields';
import type { Standard, StandardChange } from './standard';

/** Whether a stored row already says everything that a change says; then the change is one's own, sent before. */
export function isStored(row: Standard, change: StandardChange): boolean {
  const stored = new Map<string, unknown>(Object.entries(row));
  return Object.entries(change).every(
    ([field, value]) => !stored.has(field) || isSameValue(stored.get(field), value),
  );
}
