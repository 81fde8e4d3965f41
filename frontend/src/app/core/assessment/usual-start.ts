import type { UsableSchemeDto } from '../api/generated/openapi';

/** What the profile of an enterprise wishes for; empty: nothing yet. */
export interface StartWishes {
  readonly schemeId: string;
  readonly targetGrade: string;
}

/** The scheme of a new self-evaluation: the wished one where it is offered, else the first that is not historical. */
export function usualScheme(
  schemes: readonly UsableSchemeDto[],
  { schemeId }: Pick<StartWishes, 'schemeId'>,
): UsableSchemeDto | undefined {
  return (
    schemes.find(({ id }) => id === schemeId) ?? schemes.find(({ isHistorical }) => !isHistorical)
  );
}

/** The first wish that the scheme has, else its highest grade; null where it has none. */
export function usualTarget(
  scheme: Pick<UsableSchemeDto, 'targetGrades'> | undefined,
  ...wishes: readonly string[]
): string | null {
  const grades = scheme?.targetGrades ?? [];
  return wishes.find((grade) => grades.includes(grade)) ?? grades.at(-1) ?? null;
}

/** What it is called until somebody says otherwise. */
export function usualTitle(language: string, day: Date): string {
  const year = day.getFullYear();
  return language === 'en' ? `Self-evaluation ${year}` : `${year} 年度自我评价`;
}
