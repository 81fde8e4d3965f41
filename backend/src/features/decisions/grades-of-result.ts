import { grantableGrades } from '@liangxing/contracts';
import type { FrozenMaterial } from '../dossiers/pure';
import type { EvaluationResult } from '../sheets';

type Concluded = Pick<EvaluationResult, 'conclusion' | 'targetGrade' | 'scheme'>;

/**
 * The highest grade that a result stands for: the recommended one; of a scheme without points, which gives none, the one
 * that was applied for. Empty: it recommends to refuse.
 */
export function recommendedGrade({ conclusion, targetGrade, scheme }: Concluded): string {
  if (conclusion.recommendation !== 'grant') return '';
  if (conclusion.grade !== '') return conclusion.grade;
  return scheme.kind === 'readiness' ? targetGrade : '';
}

/** The grades of a scheme, lowest first. */
function gradesOf({ targetGrades, grades }: FrozenMaterial['scheme']['document']): string[] {
  // Grades stand in a pack from the highest down, those that may be applied for from the lowest up.
  return targetGrades === undefined ? grades.map(({ id }) => id).toReversed() : [...targetGrades];
}

/** What can be granted by a result: the recommended grade and those below it, lowest first. */
export function gradesOfResult(result: Concluded, material: FrozenMaterial): readonly string[] {
  return grantableGrades(gradesOf(material.scheme.document), recommendedGrade(result));
}
