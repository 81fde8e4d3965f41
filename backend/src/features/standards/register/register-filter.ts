/** What the register can be narrowed to; a list and whatever reaches all that it finds ask by the same words. */
import { normalizeStandardNumber } from '@liangxing/standard-number';
import { squeezedNumber } from './derive-facts';
import { statusExpression } from './standard-columns.sql';

/** Fields that can be asked for where nothing stands in them. */
export const MISSING_FIELDS = ['systemCode', 'department', 'inForceOn'] as const;
export type MissingField = (typeof MISSING_FIELDS)[number];

export interface StandardsFilter {
  readonly q?: string | undefined;
  readonly level?: string | undefined;
  readonly systemCode?: string | undefined;
  readonly status?: string | undefined;
  readonly department?: string | undefined;
  readonly missing?: MissingField | undefined;
  readonly problem?: string | undefined;
}

const MISSING: Readonly<Record<MissingField, string>> = {
  systemCode: `s.system_code = ''`,
  department: `s.department = ''`,
  inForceOn: 's.in_force_on IS NULL',
};

/** 现行 without a day of checking, as `isUncheckedClaim` says it of a record. */
export const unchecked = `s.status_claimed = 'current' AND s.status_checked_on IS NULL AND s.level <> 'enterprise'`;

const likeText = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

/** Conditions on rows `s`; parameters: 1 the organization, 2 the day, then what the filter names. */
export function filterConditions(
  organizationId: string,
  day: string,
  filter: StandardsFilter,
): { readonly where: string; readonly values: unknown[] } {
  const values: unknown[] = [organizationId, day];
  const conditions = ['s.organization_id = $1', '$2::date IS NOT NULL'];
  const add = (condition: (parameter: string) => string, value: unknown): void => {
    values.push(value);
    conditions.push(condition(`$${values.length}`));
  };
  if (filter.level) add((p) => `s.level = ${p}`, filter.level);
  if (filter.systemCode)
    add((p) => `s.system_code LIKE ${p}`, likeText(filter.systemCode).slice(1));
  if (filter.department) add((p) => `s.department = ${p}`, filter.department);
  if (filter.missing) conditions.push(MISSING[filter.missing]);
  if (filter.status) add((p) => `(${statusExpression('$2')}) = ${p}`, filter.status);
  if (filter.problem === 'any') conditions.push(`s.problems <> '[]'`);
  else if (filter.problem)
    add((p) => `s.problems @> ${p}::jsonb`, JSON.stringify([{ code: filter.problem }]));
  const text = filter.q?.trim() ?? '';
  if (text !== '') {
    values.push(likeText(text), likeText(squeezedNumber(normalizeStandardNumber(text)) || text));
    const [title, number] = [`$${values.length - 1}`, `$${values.length}`];
    conditions.push(
      `(s.title ILIKE ${title} OR s.english_title ILIKE ${title} OR s.search_number LIKE ${number})`,
    );
  }
  return { where: conditions.join(' AND '), values };
}
