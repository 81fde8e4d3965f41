import { AREAS, MOST_ENGAGEMENT_YEARS, type Area, type GrantedAreas } from '@liangxing/contracts';
import { organizationDay, validationFailed } from '../../kernel';
import { problemOfDays } from './days-of-terms';

/** What an engagement opens, and on which days; both are part of it, by the clock of China. */
export interface Terms extends GrantedAreas {
  readonly from: string;
  readonly until: string;
}

/** What is offered, as it is asked for. */
export interface AskedTerms extends Terms {
  /** What it is for, in the words of who offers; may be empty. */
  readonly reason: string;
}

/**
 * Areas in their order, and readable wherever they are writable.
 * @throws ProblemError validation_failed: nothing is opened, or its days are none that an engagement can have
 */
export function checkedTerms<Asked extends Terms>(asked: Asked, now = new Date()): Asked {
  const areas = checkedAreas(asked);
  const wrong = problemOfDays(asked, organizationDay(now));
  if (wrong !== null)
    throw validationFailed({
      path: 'until',
      code: wrong,
      ...(wrong === 'engagement_too_long' ? { parameters: { n: MOST_ENGAGEMENT_YEARS } } : {}),
    });
  return { ...asked, ...areas };
}

/** The last day of what is over at this instant. */
export function lastDayOf(end: Date): string {
  return organizationDay(new Date(end.getTime() - 1000));
}

/** @throws ProblemError validation_failed: nothing is opened */
export function checkedAreas({ readable, writable }: GrantedAreas): GrantedAreas {
  const inOrder = (areas: readonly Area[]): readonly Area[] =>
    AREAS.filter((area) => areas.includes(area));
  const seen = inOrder([...readable, ...writable]);
  if (seen.length === 0) throw validationFailed({ path: 'readable', code: 'required' });
  return { readable: seen, writable: inOrder(writable) };
}
