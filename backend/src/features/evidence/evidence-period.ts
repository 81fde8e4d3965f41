import { validationFailed } from '../../kernel';
import type { EvidenceFields } from './evidence';

/** @throws ProblemError validation_failed where the period ends before it begins */
export function requirePeriod({
  periodFrom,
  periodTo,
}: Pick<EvidenceFields, 'periodFrom' | 'periodTo'>): void {
  if (periodFrom !== null && periodTo !== null && periodTo < periodFrom)
    throw validationFailed({ path: 'periodTo', code: 'before_start' });
}
