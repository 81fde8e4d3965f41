import fc from 'fast-check';
import {
  CONDITION_ANSWERS,
  conditionsState,
  countConditions,
  type ConditionAnswer,
} from './application-conditions';

const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'));
const answers = fc
  .dictionary(fc.constantFrom('a', 'b', 'c', 'x'), fc.constantFrom(...CONDITION_ANSWERS))
  .map((given) => new Map<string, ConditionAnswer>(Object.entries(given)));
const stateOf = (given: readonly ConditionAnswer[]) =>
  conditionsState(
    countConditions(given.map(String), new Map(given.map((answer) => [answer, answer]))),
  );

describe('the conditions of an application', () => {
  it('are met, not met or unanswered, each of them once', () => {
    fc.assert(
      fc.property(ids, answers, (wanted, given) => {
        const { total, met, unmet, unanswered } = countConditions(wanted, given);
        expect([total, met + unmet + unanswered]).toEqual([wanted.length, wanted.length]);
      }),
    );
  });

  it('close the door where one is not met, whatever else was answered', () => {
    expect(stateOf(['yes', 'no', 'unanswered'])).toBe('unmet');
  });

  it('are open until every one is confirmed, and met only then', () => {
    expect(stateOf(['yes', 'unanswered'])).toBe('open');
    expect(stateOf(['yes'])).toBe('met');
    expect(stateOf([])).toBe('none');
  });
});
