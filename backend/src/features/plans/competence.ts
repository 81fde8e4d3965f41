import { coversIndustry, plusMonths, type CompetenceWarning } from '@liangxing/contracts';
import type { Competence } from '../bodies';

/** What a case asks of who evaluates it. */
export interface AskedCompetence {
  readonly schemeId: string;
  readonly schemeTitle: string;
  /** As the enterprise tells it; empty: it says nothing. */
  readonly industryCode: string;
}

/** A qualification that ends within these months is told before it does. */
const MONTHS_BEFORE = 3;

/**
 * What speaks against somebody's competence; nothing forbids it.
 * @param version of the competence: 0 where nothing was written down
 * @param day `YYYY-MM-DD` on which it counts
 */
export function competenceWarnings(
  { version, industries, schemes, qualifications }: Competence & { readonly version: number },
  { schemeId, schemeTitle, industryCode }: AskedCompetence,
  day: string,
): readonly CompetenceWarning[] {
  if (version === 0) return ['unknown'];
  const ends = qualifications.map(({ validUntil }) => validUntil ?? '9999-12-31');
  const last = ends.sort().at(-1);
  const warnings: CompetenceWarning[] = [];
  if (last === undefined) warnings.push('no_qualification');
  else if (last < day) warnings.push('qualification_expired');
  else if (last < plusMonths(day, MONTHS_BEFORE)) warnings.push('qualification_expiring');
  if (!schemes.includes(schemeId) && !schemes.includes(schemeTitle))
    warnings.push('scheme_missing');
  if (!coversIndustry(industries, industryCode)) warnings.push('industry_missing');
  return warnings;
}
