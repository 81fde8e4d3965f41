import fc from 'fast-check';
import {
  bodyMovesFrom,
  CASE_MOVES,
  CASE_STATES,
  deskVerbsFrom,
  enterpriseMovesFrom,
  lastMove,
  letterOf,
  LETTERS,
  LETTER_KINDS,
  OPEN_CASE_STATES,
  stateAfterLetter,
  stateAsTold,
  type CaseState,
  type LetterKind,
  type MovingLetter,
  type TellingLetter,
} from './case-life';

interface ToldLetter extends TellingLetter {
  readonly kind: LetterKind;
}

/** Two sides that write letters; each reads those of the other one later, in order. */
class Correspondence {
  readonly own: MovingLetter[] = [{ number: 1, kind: 'submitted', seen: 0 }];
  readonly told: ToldLetter[] = [];
  /** At the body. */
  state: CaseState = 'submitted';
  heardByBody = 0;
  heardByEnterprise = 0;

  get atEnterprise(): CaseState {
    const read = this.told.slice(0, this.heardByEnterprise);
    return stateAsTold(read.at(-1) ?? null, lastMove(read), this.own);
  }

  write(kind: LetterKind): void {
    this.own.push({ number: this.own.length + 1, kind, seen: this.heardByEnterprise });
  }

  tell(kind: LetterKind, state: CaseState): void {
    this.state = state;
    this.told.push({ number: this.told.length + 1, kind, state, seen: this.heardByBody });
  }

  bodyReads(): void {
    const letter = this.own[this.heardByBody];
    if (letter === undefined) return;
    this.heardByBody += 1;
    if (letter.kind === 'submitted') this.tell('received', 'received');
    else this.state = stateAfterLetter(this.state, letter, lastMove(this.told));
  }

  enterpriseReads(): void {
    this.heardByEnterprise = Math.min(this.told.length, this.heardByEnterprise + 1);
  }
}

/** Letters of the body that leave a case as it is. */
const MOVING_NOTHING = LETTER_KINDS.filter(
  (kind) => LETTERS[kind].by === 'body' && LETTERS[kind].move === null,
);

const withdrawn = { number: 2, kind: 'withdrawn', seen: 1 } as const;

describe('the state of an application', () => {
  it('is the same on both sides once all letters are read, however they crossed', () => {
    const step = fc.constantFrom('write', 'tell', 'body reads', 'enterprise reads');
    fc.assert(
      fc.property(fc.array(fc.tuple(step, fc.nat()), { maxLength: 120 }), (steps) => {
        const both = new Correspondence();
        for (const [what, pick] of steps) {
          if (what === 'body reads') both.bodyReads();
          else if (what === 'enterprise reads') both.enterpriseReads();
          else if (what === 'write') {
            const moves = enterpriseMovesFrom(both.atEnterprise);
            const move = moves[pick % Math.max(1, moves.length)];
            if (move !== undefined) both.write(letterOf(move));
          } else {
            const verbs = bodyMovesFrom(both.state);
            const verb = verbs[pick % Math.max(1, verbs.length)];
            const isMoved = verb !== undefined && pick % 3 !== 0;
            if (isMoved) both.tell(letterOf(verb), CASE_MOVES[verb].to);
            else if (both.told.length > 0)
              both.tell(MOVING_NOTHING[pick % MOVING_NOTHING.length] ?? 'asked', both.state);
          }
        }
        while (both.heardByBody < both.own.length) both.bodyReads();
        while (both.heardByEnterprise < both.told.length) both.enterpriseReads();
        expect(both.atEnterprise).toBe(both.state);
      }),
      { numRuns: 2_000 },
    );
  });

  it('goes on at the body where a withdrawal comes after its decision', () => {
    expect(stateAfterLetter('rejected', withdrawn, 2)).toBe('rejected');
    const rejected = { number: 3, state: 'rejected', seen: 1 } as const;
    expect(stateAsTold(rejected, 3, [withdrawn])).toBe('rejected');
  });

  it('is withdrawn at once for the enterprise, though the body has not read it', () => {
    const accepted = { number: 3, state: 'accepted', seen: 1 } as const;
    expect(stateAsTold(accepted, 3, [withdrawn])).toBe('withdrawn');
    expect(stateAsTold(null, 0, [withdrawn])).toBe('withdrawn');
  });

  it('does not take the consent to one plan for consent to the next', () => {
    const confirmed = { number: 2, kind: 'plan_confirmed', seen: 5 } as const;
    expect(stateAfterLetter('plan_sent', confirmed, 5)).toBe('planned');
    expect(stateAfterLetter('plan_sent', confirmed, 7)).toBe('plan_sent');
    const next = { number: 7, state: 'plan_sent', seen: 1 } as const;
    expect(stateAsTold(next, 7, [confirmed])).toBe('plan_sent');
    expect(stateAsTold({ ...next, number: 8 }, 7, [confirmed])).toBe('plan_sent');
  });

  it('is open until it is certified, refused, rejected or withdrawn', () => {
    const ended = ['certified', 'refused', 'rejected', 'withdrawn'];
    expect(OPEN_CASE_STATES).toEqual(CASE_STATES.filter((state) => !ended.includes(state)));
  });

  it('can be appealed against where it was refused, and goes back to whoever decides', () => {
    expect(enterpriseMovesFrom('refused')).toEqual(['appeal']);
    expect(bodyMovesFrom('appealing')).toEqual(['uphold_appeal', 'dismiss_appeal']);
  });

  it('is withdrawn at any time before its decision', () => {
    for (const state of ['plan_sent', 'evaluating', 'rectifying', 'deciding'] as const)
      expect(enterpriseMovesFrom(state)).toContain('withdraw');
    expect(enterpriseMovesFrom('publicity')).toEqual([]);
  });

  it('is moved at the desk until it is accepted', () => {
    expect(deskVerbsFrom('checking')).toEqual(['request_correction', 'accept', 'reject']);
    expect(deskVerbsFrom('accepted')).toEqual([]);
  });

  it('is told of by one letter for each move', () => {
    const moves = Object.keys(CASE_MOVES) as (keyof typeof CASE_MOVES)[];
    const kinds = moves.map(letterOf);
    expect(new Set(kinds).size).toBe(moves.length);
    for (const kind of LETTER_KINDS) expect(kind).toMatch(/^[a-z_]+$/);
  });
});
