import fc from 'fast-check';
import {
  bodyVerbsFrom,
  CASE_MOVES,
  enterpriseMovesFrom,
  LETTER_OF_VERB,
  OPEN_CASE_STATES,
  stateAfterLetter,
  stateAsTold,
  type CaseState,
  type LetterKind,
  type MovingLetter,
  type TellingLetter,
} from './case-life';

/** Two sides that write letters; each reads those of the other one later, in order. */
class Correspondence {
  readonly own: MovingLetter[] = [{ number: 1, kind: 'submitted' }];
  readonly told: TellingLetter[] = [];
  /** At the body. */
  state: CaseState = 'submitted';
  heardByBody = 0;
  heardByEnterprise = 0;

  get told_(): TellingLetter | null {
    return this.told[this.heardByEnterprise - 1] ?? null;
  }

  get atEnterprise(): CaseState {
    return stateAsTold(this.told_, this.own);
  }

  write(kind: LetterKind): void {
    this.own.push({ number: this.own.length + 1, kind });
  }

  tell(state: CaseState): void {
    this.state = state;
    this.told.push({ number: this.told.length + 1, state, seen: this.heardByBody });
  }

  bodyReads(): void {
    const letter = this.own[this.heardByBody];
    if (letter === undefined) return;
    this.heardByBody += 1;
    if (letter.kind === 'submitted') this.tell('received');
    else this.state = stateAfterLetter(this.state, letter.kind);
  }

  enterpriseReads(): void {
    this.heardByEnterprise = Math.min(this.told.length, this.heardByEnterprise + 1);
  }
}

describe('the state of an application', () => {
  it('is the same on both sides once all letters are read, however they crossed', () => {
    const step = fc.constantFrom('write', 'tell', 'body reads', 'enterprise reads');
    fc.assert(
      fc.property(fc.array(fc.tuple(step, fc.nat()), { maxLength: 60 }), (steps) => {
        const both = new Correspondence();
        for (const [what, pick] of steps) {
          if (what === 'body reads') both.bodyReads();
          else if (what === 'enterprise reads') both.enterpriseReads();
          else if (what === 'write') {
            const moves = enterpriseMovesFrom(both.atEnterprise);
            const move = moves[pick % Math.max(1, moves.length)];
            if (move !== undefined) both.write(move === 'withdraw' ? 'withdrawn' : 'corrected');
          } else {
            const verbs = bodyVerbsFrom(both.state);
            const verb = verbs[pick % Math.max(1, verbs.length)];
            if (verb !== undefined) both.tell(CASE_MOVES[verb].to);
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
    expect(stateAfterLetter('rejected', 'withdrawn')).toBe('rejected');
    const rejected = { number: 3, state: 'rejected', seen: 1 } as const;
    expect(stateAsTold(rejected, [{ number: 2, kind: 'withdrawn' }])).toBe('rejected');
  });

  it('is withdrawn at once for the enterprise, though the body has not read it', () => {
    const accepted = { number: 3, state: 'accepted', seen: 1 } as const;
    expect(stateAsTold(accepted, [{ number: 2, kind: 'withdrawn' }])).toBe('withdrawn');
    expect(stateAsTold(null, [{ number: 2, kind: 'withdrawn' }])).toBe('withdrawn');
  });

  it('is open until it is rejected or withdrawn', () => {
    expect(OPEN_CASE_STATES).toEqual([
      'submitted',
      'received',
      'checking',
      'correcting',
      'accepted',
    ]);
  });

  it('names a letter for each move of a registrar', () => {
    expect(Object.keys(LETTER_OF_VERB).sort()).toEqual(
      ['accept', 'reject', 'request_correction', 'start_check'].sort(),
    );
  });
});
