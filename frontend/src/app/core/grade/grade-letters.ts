type LetterState = 'reached' | 'wanted' | 'beyond';

/** Number of letters of a grade such as `AAA`; undefined where the grade is not made of the letter A. */
export function lettersOf(grade: string | null | undefined): number | undefined {
  if (!grade) return 0;
  return /^A+$/.test(grade) ? grade.length : undefined;
}

/**
 * The letters of the badge, first to last: filled up to the grade, outlined up to the target.
 * @param most letters of the scheme's highest grade
 */
export function gradeLetters(
  grade: string | null,
  target: string | null,
  most: number,
): readonly LetterState[] {
  const reached = lettersOf(grade) ?? 0;
  const wanted = lettersOf(target) ?? 0;
  return Array.from({ length: Math.max(most, reached, wanted) }, (_, index) =>
    index < reached ? 'reached' : index < wanted ? 'wanted' : 'beyond',
  );
}
