import type { SessionDto } from '../../core/api/generated/openapi';
import { homeOf } from '../../core/session/home-of';

/**
 * Where 返回 leads from the account: to the start; while a second factor is missing, which would lead straight back here,
 * to the first organization that asks for none.
 *
 * @param missing names of what asks for a second factor that the person lacks; null where nothing does
 * @returns null where nothing can be entered
 */
export function wayBack(
  missing: readonly string[] | null,
  memberships: SessionDto['memberships'],
): readonly string[] | null {
  if (missing === null || memberships.length === 0) return ['/'];
  const free = memberships.find(({ requiresSecondFactor }) => !requiresSecondFactor);
  return free ? homeOf(free) : null;
}
