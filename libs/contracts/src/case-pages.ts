import {
  type BodyMove,
  bodyMovesFrom,
  CASE_MOVES,
  CASE_STATES,
  type CaseState,
  type LetterKind,
  LETTERS,
  OPEN_CASE_STATES,
} from './case-life';
import type { OrganizationPermission } from './permission-names';

/** What a body sees of a case, in the order of the work: 申请材料, 评价计划, 评分, 不符合项, 结论与证书. */
export const CASE_PAGES = ['materials', 'plan', 'sheet', 'findings', 'conclusion'] as const;
export type CasePage = (typeof CASE_PAGES)[number];

/** On which page each move of the body is made. */
export const PAGE_OF_MOVE = {
  ...({ start_check: 'materials', request_correction: 'materials' } as const),
  ...({ accept: 'materials', reject: 'materials' } as const),
  ...({ send_plan: 'plan', redraw_plan: 'plan', hold_first_meeting: 'plan' } as const),
  ...({ hold_closing_meeting: 'sheet', hand_to_review: 'findings' } as const),
  ...({ return_to_team: 'conclusion', pass_review: 'conclusion' } as const),
  ...({ grant: 'conclusion', refuse: 'conclusion', stop_publicity: 'conclusion' } as const),
  ...({ certify: 'conclusion' } as const),
  ...({ uphold_appeal: 'conclusion', dismiss_appeal: 'conclusion' } as const),
} as const satisfies Readonly<Record<BodyMove, CasePage>>;

/** When something is written on a page that moves nothing: questions, records of the meetings, what is settled, findings. */
const WRITTEN: Readonly<Record<CasePage, readonly CaseState[]>> = {
  materials: OPEN_CASE_STATES,
  plan: ['evaluating', 'rectifying'],
  sheet: ['evaluating', 'rectifying'],
  findings: ['evaluating', 'rectifying'],
  conclusion: [],
};

/** States in which there is something to do on a page. */
export function workedOnIn(page: CasePage): readonly CaseState[] {
  return CASE_STATES.filter(
    (state) =>
      WRITTEN[page].includes(state) ||
      bodyMovesFrom(state).some((move) => PAGE_OF_MOVE[move] === page),
  );
}

/** The next step, where it is the body's: on which page it is taken, and what permission it needs. */
export interface NextStep {
  readonly page: CasePage;
  readonly permission: OrganizationPermission;
}

/** Null: the enterprise is waited for, or the case is over. */
export function nextStepIn(state: CaseState): NextStep | null {
  return NEXT[state] ?? null;
}

const step = (page: CasePage, permission: OrganizationPermission): NextStep => ({
  ...{ page, permission },
});

const NEXT: Readonly<Partial<Record<CaseState, NextStep>>> = {
  received: step('materials', 'cases:register'),
  checking: step('materials', 'cases:register'),
  accepted: step('plan', 'cases:plan'),
  plan_objected: step('plan', 'cases:plan'),
  planned: step('plan', 'cases:evaluate'),
  evaluating: step('sheet', 'cases:evaluate'),
  rectifying: step('findings', 'cases:evaluate'),
  reviewing: step('conclusion', 'cases:review'),
  deciding: step('conclusion', 'cases:decide'),
  publicity: step('conclusion', 'certificates:write'),
  certified: step('conclusion', 'certificates:write'),
  appealing: step('conclusion', 'cases:review'),
};

/**
 * How a page of a case stands: there is something to do (`open`), the work there is over (`readable`), it has not begun
 * (`ahead`), or the case ended before it began (`never`).
 */
export type PageStanding = 'open' | 'readable' | 'ahead' | 'never';

/** In these a case may have ended at any time. */
const BROKEN_OFF: readonly CaseState[] = ['rejected', 'withdrawn'];

/** @param letters of the case: what went back, or was broken off, was there where they tell of it */
export function pageStanding(
  page: CasePage,
  state: CaseState,
  letters: readonly { readonly kind: LetterKind }[],
): PageStanding {
  const worked = workedOnIn(page);
  if (worked.includes(state)) return 'open';
  const isTold = letters.some(({ kind }) => {
    const { move } = LETTERS[kind];
    return move !== null && worked.includes(CASE_MOVES[move].to);
  });
  if (isTold) return 'readable';
  if (BROKEN_OFF.includes(state)) return page === 'materials' ? 'readable' : 'never';
  const [first] = worked;
  return first !== undefined && CASE_STATES.indexOf(state) > CASE_STATES.indexOf(first)
    ? 'readable'
    : 'ahead';
}
