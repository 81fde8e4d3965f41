import { changedList } from '@liangxing/contracts';
import type { StepMeasure, SystemCoverage, SystemProgress } from './system';

/** What a step tells can be understood: it is told whole, or from the state that is known. */
const isFollowing = (known: { readonly state: string } | null, { since }: StepMeasure): boolean =>
  since === null || known?.state === since;

/** The coverage after a step; null: it has to be asked for. */
export function coverageAfter(
  known: SystemCoverage | null,
  measure: StepMeasure,
): SystemCoverage | null {
  if (!isFollowing(known, measure)) return null;
  const { nodes, expectations, ...head } = measure.coverage;
  return {
    ...head,
    nodes: changedList(known?.nodes ?? [], nodes),
    expectations: changedList(known?.expectations ?? [], expectations),
  };
}

/** The progress after a step; null: it has to be asked for; undefined: the step is none of the primary system's. */
export function progressAfter(
  known: SystemProgress | null,
  measure: StepMeasure,
): SystemProgress | null | undefined {
  if (measure.progress === null) return undefined;
  if (!isFollowing(known, measure)) return null;
  const { steps, ...head } = measure.progress;
  return { ...head, steps: changedList(known?.steps ?? [], steps) };
}
