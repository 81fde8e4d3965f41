import { movesFrom, movesOf } from './moves-of';

/** Between whom letters go: the enterprise that applies, and the body (评价组织) that evaluates it. */
export const CASE_SIDES = ['enterprise', 'body'] as const;
export type CaseSide = (typeof CASE_SIDES)[number];

/**
 * The life of an application at a body, up to its acceptance: it is sent, received, looked through (材料初审), sent back to
 * be corrected as often as needed, and accepted (受理) or rejected. Until then the enterprise can withdraw it.
 */
export const CASE_STATES = [
  'submitted',
  'received',
  'checking',
  'correcting',
  'accepted',
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
  withdraw: {
    from: ['submitted', 'received', 'checking', 'correcting', 'accepted'],
    to: 'withdrawn',
    by: 'enterprise',
  },
});
export type CaseMove = keyof typeof CASE_MOVES;

/** Moves that a registrar makes; a case is received by itself. */
export const BODY_VERBS = ['start_check', 'request_correction', 'accept', 'reject'] as const;
export type BodyVerb = (typeof BODY_VERBS)[number];

/** Before its end: of one self-evaluation there is one such application at a body. */
export const OPEN_CASE_STATES = CASE_STATES.filter(
  (state) => movesFrom(CASE_MOVES, state).length > 0,
);

/** What each letter says, who writes it, and which move it tells of. */
export const LETTERS = {
  submitted: { by: 'enterprise', move: null },
  answered: { by: 'enterprise', move: null },
  corrected: { by: 'enterprise', move: 'correct' },
  withdrawn: { by: 'enterprise', move: 'withdraw' },
  received: { by: 'body', move: 'receive' },
  check_started: { by: 'body', move: 'start_check' },
  asked: { by: 'body', move: null },
  correction_requested: { by: 'body', move: 'request_correction' },
  accepted: { by: 'body', move: 'accept' },
  rejected: { by: 'body', move: 'reject' },
} as const satisfies Readonly<
  Record<string, { readonly by: CaseSide; readonly move: CaseMove | null }>
>;
export type LetterKind = keyof typeof LETTERS;
export const LETTER_KINDS = Object.keys(LETTERS) as readonly LetterKind[];

/** By which letter a body tells of each of its moves. */
export const LETTER_OF_VERB = {
  start_check: 'check_started',
  request_correction: 'correction_requested',
  accept: 'accepted',
  reject: 'rejected',
} as const satisfies Readonly<Record<BodyVerb, LetterKind>>;

/** A letter as far as it moves a case. */
export interface MovingLetter {
  /** 1, 2, …: of those that its side wrote in this case. */
  readonly number: number;
  readonly kind: LetterKind;
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
 * moves nothing.
 */
export function stateAfterLetter(state: CaseState, kind: LetterKind): CaseState {
  const { move } = LETTERS[kind];
  const possible: readonly CaseMove[] = movesFrom(CASE_MOVES, state);
  return move !== null && possible.includes(move) ? CASE_MOVES[move].to : state;
}

/**
 * How a case stands as far as the enterprise knows: what the newest letter of the body says, and after it the own letters
 * that the body had not read when it wrote. So letters may cross, arrive late or twice, and both sides come to the same.
 * @param told null: the body has not answered yet
 * @param own letters of the enterprise, in order
 */
export function stateAsTold(told: TellingLetter | null, own: readonly MovingLetter[]): CaseState {
  const unread = own.filter(({ number }) => number > (told?.seen ?? 0));
  return unread.reduce<CaseState>(
    (state, { kind }) => stateAfterLetter(state, kind),
    told?.state ?? 'submitted',
  );
}

/** What the enterprise can do, as the case stands. A question is answered as long as the case is open. */
export function enterpriseMovesFrom(state: CaseState): readonly CaseMove[] {
  return movesFrom(CASE_MOVES, state).filter((move) => CASE_MOVES[move].by === 'enterprise');
}

/** What a registrar can do, as the case stands. */
export function bodyVerbsFrom(state: CaseState): readonly BodyVerb[] {
  const moves: readonly CaseMove[] = movesFrom(CASE_MOVES, state);
  return BODY_VERBS.filter((verb) => moves.includes(verb));
}

/** Longest text of a letter, and most lines of what is missing. */
export const LETTER_LIMITS = { text: 4_000, missing: 100, part: 200, note: 500 } as const;
