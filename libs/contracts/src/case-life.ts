import { movesFrom, movesOf } from './moves-of';

/** Between whom letters go: the enterprise that applies, and the body (评价组织) that evaluates it. */
export const CASE_SIDES = ['enterprise', 'body'] as const;
export type CaseSide = (typeof CASE_SIDES)[number];

/**
 * The life of an application at a body: it is sent, received, looked through (材料初审) and accepted (受理); planned with the
 * enterprise's consent (GB/T 19273-2017, 6); evaluated between the first and the closing meeting (7.1–7.5); what did not
 * conform is corrected; a second person reviews (8.1), someone outside the team decides, the result is made public (公示)
 * and certified (8.3). A refusal can be appealed against (8.2).
 */
export const CASE_STATES = [
  'submitted',
  'received',
  'checking',
  'correcting',
  'accepted',
  'plan_sent',
  'plan_objected',
  'planned',
  'evaluating',
  'rectifying',
  'reviewing',
  'deciding',
  'publicity',
  'certified',
  'refused',
  'appealing',
  'rejected',
  'withdrawn',
] as const;
export type CaseState = (typeof CASE_STATES)[number];

/** Every move there is, by its verb, and whose it is: the whole table. Both sides read it. */
export const CASE_MOVES = movesOf('cases', CASE_STATES, {
  receive: { from: ['submitted'], to: 'received', by: 'body' },
  start_check: { from: ['received'], to: 'checking', by: 'body' },
  request_correction: { from: ['checking'], to: 'correcting', by: 'body' },
  correct: { from: ['correcting'], to: 'checking', by: 'enterprise' },
  accept: { from: ['checking'], to: 'accepted', by: 'body' },
  reject: { from: ['received', 'checking', 'correcting'], to: 'rejected', by: 'body' },
  send_plan: { from: ['accepted', 'plan_objected'], to: 'plan_sent', by: 'body' },
  confirm_plan: { from: ['plan_sent'], to: 'planned', by: 'enterprise' },
  object_to_plan: { from: ['plan_sent'], to: 'plan_objected', by: 'enterprise' },
  redraw_plan: { from: ['plan_sent', 'planned'], to: 'accepted', by: 'body' },
  hold_first_meeting: { from: ['planned'], to: 'evaluating', by: 'body' },
  hold_closing_meeting: { from: ['evaluating'], to: 'rectifying', by: 'body' },
  hand_to_review: { from: ['rectifying'], to: 'reviewing', by: 'body' },
  return_to_team: { from: ['reviewing'], to: 'rectifying', by: 'body' },
  pass_review: { from: ['reviewing'], to: 'deciding', by: 'body' },
  grant: { from: ['deciding'], to: 'publicity', by: 'body' },
  refuse: { from: ['deciding'], to: 'refused', by: 'body' },
  stop_publicity: { from: ['publicity'], to: 'deciding', by: 'body' },
  certify: { from: ['publicity'], to: 'certified', by: 'body' },
  appeal: { from: ['refused'], to: 'appealing', by: 'enterprise' },
  uphold_appeal: { from: ['appealing'], to: 'deciding', by: 'body' },
  dismiss_appeal: { from: ['appealing'], to: 'refused', by: 'body' },
  withdraw: {
    from: [
      ...['submitted', 'received', 'checking', 'correcting', 'accepted', 'plan_sent'],
      ...['plan_objected', 'planned', 'evaluating', 'rectifying', 'reviewing', 'deciding'],
    ] as const,
    to: 'withdrawn',
    by: 'enterprise',
  },
});
export type CaseMove = keyof typeof CASE_MOVES;

/** Moves of a registrar at the desk: they need nothing but what is said to the enterprise; a case is received by itself. */
export const DESK_VERBS = ['start_check', 'request_correction', 'accept', 'reject'] as const;
export type DeskVerb = (typeof DESK_VERBS)[number];

/** At its end, unless somebody appeals. */
const ENDED: readonly CaseState[] = ['certified', 'refused', 'rejected', 'withdrawn'];

/** Before its end: of one self-evaluation there is one such application at a body. */
export const OPEN_CASE_STATES = CASE_STATES.filter((state) => !ENDED.includes(state));

/** What each letter says, who writes it, and which move it tells of. */
export const LETTERS = {
  submitted: { by: 'enterprise', move: null },
  answered: { by: 'enterprise', move: null },
  corrected: { by: 'enterprise', move: 'correct' },
  plan_confirmed: { by: 'enterprise', move: 'confirm_plan' },
  plan_objected: { by: 'enterprise', move: 'object_to_plan' },
  finding_answered: { by: 'enterprise', move: null },
  appealed: { by: 'enterprise', move: 'appeal' },
  withdrawn: { by: 'enterprise', move: 'withdraw' },
  received: { by: 'body', move: 'receive' },
  check_started: { by: 'body', move: 'start_check' },
  asked: { by: 'body', move: null },
  correction_requested: { by: 'body', move: 'request_correction' },
  accepted: { by: 'body', move: 'accept' },
  rejected: { by: 'body', move: 'reject' },
  plan_sent: { by: 'body', move: 'send_plan' },
  plan_redrawn: { by: 'body', move: 'redraw_plan' },
  evaluation_began: { by: 'body', move: 'hold_first_meeting' },
  findings_sent: { by: 'body', move: 'hold_closing_meeting' },
  finding_judged: { by: 'body', move: null },
  review_began: { by: 'body', move: 'hand_to_review' },
  review_returned: { by: 'body', move: 'return_to_team' },
  review_passed: { by: 'body', move: 'pass_review' },
  granted: { by: 'body', move: 'grant' },
  refused: { by: 'body', move: 'refuse' },
  publicity_stopped: { by: 'body', move: 'stop_publicity' },
  certified: { by: 'body', move: 'certify' },
  appeal_upheld: { by: 'body', move: 'uphold_appeal' },
  appeal_dismissed: { by: 'body', move: 'dismiss_appeal' },
  team_changed: { by: 'body', move: null },
  surveillance_noticed: { by: 'body', move: null },
  renewal_noticed: { by: 'body', move: null },
  certificate_changed: { by: 'body', move: null },
} as const satisfies Readonly<
  Record<string, { readonly by: CaseSide; readonly move: CaseMove | null }>
>;
export type LetterKind = keyof typeof LETTERS;
export const LETTER_KINDS = Object.keys(LETTERS) as readonly LetterKind[];

/** Moves of the body after the receipt, each told by the one letter that names it. */
export type BodyMove = Exclude<
  { [Verb in CaseMove]: (typeof CASE_MOVES)[Verb]['by'] extends 'body' ? Verb : never }[CaseMove],
  'receive'
>;
export type EnterpriseMove = Exclude<CaseMove, BodyMove | 'receive'>;

/** By which letter a move is told. */
export function letterOf(move: CaseMove): LetterKind {
  const kind = LETTER_KINDS.find((one) => LETTERS[one].move === move);
  if (kind === undefined) throw new Error(`no letter tells of ${move}`);
  return kind;
}

/** A letter of the enterprise as far as it moves a case. */
export interface MovingLetter {
  /** 1, 2, …: of those that its side wrote in this case. */
  readonly number: number;
  readonly kind: LetterKind;
  /** The last letter of the body that the enterprise had read when it wrote. */
  readonly seen: number;
}

/** A letter of the body as far as it moves a case: the body knows how the case stands. */
export interface TellingLetter {
  readonly number: number;
  /** In which it was when the letter was written. */
  readonly state: CaseState;
  /** The last letter of the enterprise that the body had read by then. */
  readonly seen: number;
}

/**
 * The state that a letter of the enterprise leads to. One that comes too late, because the body has moved on meanwhile,
 * moves nothing: neither where the move is not possible any more, nor where it answers an earlier one of the body – the
 * consent to a plan is none to its successor. Only a withdrawal needs no knowledge of what the body did last.
 * @param moved number of the body's last letter that told of a move; 0: there is none
 */
export function stateAfterLetter(
  state: CaseState,
  { kind, seen }: Pick<MovingLetter, 'kind' | 'seen'>,
  moved: number,
): CaseState {
  const { move } = LETTERS[kind];
  const possible: readonly CaseMove[] = movesFrom(CASE_MOVES, state);
  if (move === null || !possible.includes(move)) return state;
  return move === 'withdraw' || seen >= moved ? CASE_MOVES[move].to : state;
}

/** The number of the last of these letters of the body that told of a move; 0: none did. */
export function lastMove(
  letters: readonly { readonly number: number; readonly kind: LetterKind }[],
): number {
  return Math.max(
    0,
    ...letters.filter(({ kind }) => LETTERS[kind].move !== null).map(({ number }) => number),
  );
}

/**
 * How a case stands as far as the enterprise knows: what the newest letter of the body says, and after it the own letters
 * that the body had not read when it wrote. So letters may cross, arrive late or twice, and both sides come to the same.
 * @param told null: the body has not answered yet
 * @param moved as of `stateAfterLetter`, of the letters that were read up to `told`
 * @param own letters of the enterprise, in order
 */
export function stateAsTold(
  told: TellingLetter | null,
  moved: number,
  own: readonly MovingLetter[],
): CaseState {
  const unread = own.filter(({ number }) => number > (told?.seen ?? 0));
  return unread.reduce<CaseState>(
    (state, letter) => stateAfterLetter(state, letter, moved),
    told?.state ?? 'submitted',
  );
}

/** What the enterprise can do, as the case stands. A question is answered as long as the case is open. */
export function enterpriseMovesFrom(state: CaseState): readonly CaseMove[] {
  return movesFrom(CASE_MOVES, state).filter((move) => CASE_MOVES[move].by === 'enterprise');
}

/** What the body can do, as the case stands, whoever of its people may. */
export function bodyMovesFrom(state: CaseState): readonly BodyMove[] {
  return movesFrom(CASE_MOVES, state).filter(
    (move): move is BodyMove => move !== 'receive' && CASE_MOVES[move].by === 'body',
  );
}

/** What a registrar can do at the desk, as the case stands. */
export function deskVerbsFrom(state: CaseState): readonly DeskVerb[] {
  const moves: readonly CaseMove[] = movesFrom(CASE_MOVES, state);
  return DESK_VERBS.filter((verb) => moves.includes(verb));
}

/** Longest text of a letter, and most lines of what is missing. */
export const LETTER_LIMITS = { text: 4_000, missing: 100, part: 200, note: 500 } as const;
