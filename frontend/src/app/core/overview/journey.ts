import { conditionsState } from '@liangxing/contracts';
import type { OverviewDto } from '../api/generated/openapi';

/** One step of the way to the dossier, as the frame shows it. */
interface JourneyStep {
  readonly path: string;
  /** Key in the root dictionary: `screens.profile`. */
  readonly title: string;
  /** What stands beside the title: `12/20`, a count, or nothing. */
  readonly figure: string;
  readonly isDone: boolean;
}

/**
 * The steps in their order with what is complete, from the overview alone.
 * Without an overview (not loaded yet) nothing is marked.
 */
export function journeyOf(overview: OverviewDto | null): readonly JourneyStep[] {
  const assessment = overview?.assessment ?? null;
  const progress = assessment?.progress;
  const { done = 0, total = 0 } = overview?.profile ?? {};
  const open = overview?.actions.open ?? 0;
  // Without points an item that is not met is still to be worked on, whether it has an action or not.
  const unmet = assessment?.readiness?.unmet ?? 0;
  const isJudged =
    progress !== undefined && progress.items > 0 && progress.answered === progress.items;
  const step = (path: string, figure: string, isDone: boolean): JourneyStep => ({
    path,
    title: `screens.${path}`,
    figure,
    isDone,
  });
  return [
    ...conditionsStep(assessment, step),
    step('profile', total > 0 ? `${done}/${total}` : '', total > 0 && done === total),
    step(
      'system',
      percentOf(overview?.system?.completeness),
      overview?.system?.completeness === 100,
    ),
    step('standards', figureOf(overview?.standards.total), (overview?.standards.total ?? 0) > 0),
    step('assessment', progress ? `${progress.answered}/${progress.items}` : '', isJudged),
    step('gaps', '', assessment?.reachesTarget === true),
    step('actions', figureOf(open), isJudged && open === 0 && unmet === 0),
    step('dossiers', '', overview?.dossier?.state === 'ready'),
  ];
}

/** First of all: without the conditions nothing else leads to an application. A scheme may name none. */
function conditionsStep(
  assessment: OverviewDto['assessment'],
  step: (path: string, figure: string, isDone: boolean) => JourneyStep,
): readonly JourneyStep[] {
  if (assessment === null) return [step('conditions', '', false)];
  const { conditions } = assessment;
  const state = conditionsState(conditions);
  if (state === 'none') return [];
  return [step('conditions', `${conditions.met}/${conditions.total}`, state === 'met')];
}

function percentOf(share: number | null | undefined): string {
  return share === null || share === undefined ? '' : `${share}%`;
}

function figureOf(count: number | undefined): string {
  return count ? String(count) : '';
}
