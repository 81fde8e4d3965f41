import fc from 'fast-check';
import { movesFrom } from './moves-of';
import { asksForCorrection, FINDING_MOVES, roundsOf, stateOfSent } from './finding-life';

const answer = (number: number, finding = 1) => ({
  number,
  findingAnswer: { finding, cause: '', correction: '', doneOn: '2026-11-30' },
});
const judgement = (number: number, of: number, isAccepted: boolean, finding = 1) => ({
  number,
  findingJudgement: { finding, answer: of, isAccepted },
});

describe('a finding that was sent', () => {
  it('is sent until it is answered, and answered until the answer is judged', () => {
    expect(stateOfSent(roundsOf([], 1))).toBe('sent');
    expect(stateOfSent(roundsOf([answer(4)], 1))).toBe('answered');
    expect(stateOfSent(roundsOf([answer(4), judgement(7, 4, true)], 1))).toBe('verified');
  });

  it('is answered anew after it was returned', () => {
    const returned = [answer(4), judgement(7, 4, false)];
    expect(stateOfSent(roundsOf(returned, 1))).toBe('returned');
    expect(stateOfSent(roundsOf([...returned, answer(5)], 1))).toBe('answered');
    expect(stateOfSent(roundsOf([...returned, answer(5), judgement(8, 5, true)], 1))).toBe(
      'verified',
    );
  });

  it('is touched by no letter about another one', () => {
    expect(stateOfSent(roundsOf([answer(4, 2), judgement(7, 4, true, 2)], 1))).toBe('sent');
  });

  it('stands the same in whatever order the letters came', () => {
    const letters = [
      ...[answer(4), judgement(7, 4, false), answer(5), judgement(8, 5, true)],
      ...[answer(6, 2), judgement(9, 6, false, 2)],
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(letters, { minLength: letters.length }), (mixed) => {
        expect([1, 2, 3].map((one) => stateOfSent(roundsOf(mixed, one)))).toEqual([
          'verified',
          'returned',
          'sent',
        ]);
      }),
    );
  });

  it('asks for an answer unless it is an observation', () => {
    const severities = ['major', 'minor', 'observation'] as const;
    expect(severities.map((severity) => asksForCorrection({ severity }))).toEqual([
      ...[true, true, false],
    ]);
  });

  it('is at its end when it is verified', () => {
    expect(movesFrom(FINDING_MOVES, 'verified')).toEqual([]);
  });
});
