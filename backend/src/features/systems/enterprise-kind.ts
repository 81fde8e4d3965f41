import { ENTERPRISE_SIZES, type EnterpriseSize, type Industry } from '@liangxing/system-structure';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../kernel';
import { profileFigures } from '../organizations';

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

/** Staff from which an enterprise is medium and large: of industry, and of other trades. */
const STAFF = { industry: [300, 1000], services: [100, 300] } as const;

/**
 * As the profile says; else by the staff alone, as the statistical classes of 2017 count it (国统字〔2017〕213 号,
 * which also look at turnover); null where neither is known.
 */
export function sizeOf(
  industry: Industry,
  size: string | null,
  staff: number | null,
): EnterpriseSize | null {
  const told = ENTERPRISE_SIZES.find((name) => name === size);
  if (told !== undefined || staff === null) return told ?? null;
  const [medium, large] = STAFF[industry === 'service' ? 'services' : 'industry'];
  if (staff >= large) return 'large';
  return staff >= medium ? 'medium' : 'small';
}

/** What a complete system of the enterprise holds depends on it. */
export interface EnterpriseKind {
  readonly industry: Industry;
  /** null: unknown, everything is expected. */
  readonly size: EnterpriseSize | null;
}

/** @param told an industry instead of the one that the profile tells */
export async function enterpriseKind(
  manager: EntityManager,
  tenant: Pick<RequestContext, 'organizationId'>,
  told?: Industry,
): Promise<EnterpriseKind> {
  const { size, employees, industryCode, industryKind } = await profileFigures(manager, tenant);
  const industry = told ?? industryOf({ code: industryCode, kind: industryKind });
  return { industry, size: sizeOf(industry, size, employees) };
}
