import type { Grade, Scheme } from '@liangxing/scheme';

/** `2` for the second route of a grade; empty where the grade has no such route. */
export function routeNumber(scheme: Scheme, gradeId: string, routeId: string | null): string {
  const grade = scheme.grades.find(({ id }) => id === gradeId);
  const number = grade && routeId !== null ? numberOf(grade, routeId) : 0;
  return number > 0 ? String(number) : '';
}

/** 1 for the first route of the grade; 0 where it has no such route. */
export function numberOf(grade: Grade, routeId: string): number {
  return grade.routes.findIndex(({ id }) => id === routeId) + 1;
}
