import type { Industry } from '@liangxing/system-structure';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../kernel';
import { queryRows } from '../../kernel/database/query-rows';

interface Told {
  readonly code: string | null;
  readonly kind: string | null;
}

/** By the class of GB/T 4754 (D44 electric power, from F on services), else by the profile's own word. */
export function industryOf({ code, kind }: Told): Industry {
  const known = code?.trim().toUpperCase() ?? '';
  if (known.startsWith('D44') || /^44\d*$/u.test(known)) return 'power';
  if (kind === 'services' || /^[F-T]/u.test(known)) return 'service';
  return 'manufacturing';
}

/** What a complete system of the enterprise holds depends on it. */
export async function enterpriseIndustry(
  manager: EntityManager,
  { organizationId }: Pick<RequestContext, 'organizationId'>,
): Promise<Industry> {
  const rows = await queryRows<Told>(
    manager,
    `SELECT profile->>'industryCode' AS code, profile->>'industryKind' AS kind
     FROM enterprise_profiles WHERE organization_id = $1`,
    [organizationId],
  );
  return industryOf(rows[0] ?? { code: null, kind: null });
}
