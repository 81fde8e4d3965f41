import fc from 'fast-check';
import { checkAnswer, checkAnswerOf, checkAnswers } from './check-answer';
import { score } from './scorer';
import { anyAssessment, anyScheme } from './testing/arbitrary-assessment';
import {
  approvedNotApplicable,
  assessed,
  award,
  bonusItem,
  choice,
  counted,
  fixed,
  item,
  rate,
  scheme,
  section,
} from './testing/scheme-builder';

const table = scheme({
  sections: [
    section('1', [
      item('1.1', 5, [
        fixed('f', 1),
        counted('n', 1),
        choice('c', 0, 1),
        rate('r', [90, 0], [0, 1]),
      ]),
      item('1.2', 0, [], { mode: 'readiness' }),
    ]),
    section('B', [bonusItem('B1', 5, [award('each', 1, true), award('once', 1)])], true),
  ],
});

const codes = (itemId: string, answer: unknown) =>
  checkAnswerOf(table, itemId, answer).map(({ code }) => code);
const rule = (ruleId: string, answer: unknown) =>
  codes(['each', 'once'].includes(ruleId) ? 'B1' : '1.1', {
    state: 'assessed',
    rules: { [ruleId]: answer },
  });

describe('checking an answer', () => {
  it.each([
    ['f', true],
    ['n', 0],
    ['n', 1_000_000],
    ['c', 'c1'],
    ['r', { part: 0, whole: 1 }],
    ['r', { part: 3, whole: 3 }],
    ['each', 7],
    ['once', 1],
    ['once', 0],
  ])('accepts for rule %s the finding %o', (ruleId, answer) => {
    expect(rule(ruleId, answer)).toEqual([]);
  });

  it.each([
    ['f', 1, 'fixed_not_boolean'],
    ['f', 'true', 'fixed_not_boolean'],
    ['n', -1, 'count_negative'],
    ['n', 1.5, 'count_not_whole'],
    ['n', Number.NaN, 'count_not_whole'],
    ['n', Infinity, 'count_not_whole'],
    ['n', '3', 'count_not_whole'],
    ['n', 1_000_001, 'count_too_large'],
    ['c', 'c9', 'unknown_choice'],
    ['c', 0, 'unknown_choice'],
    ['r', 0.9, 'rate_malformed'],
    ['r', { part: 1 }, 'rate_malformed'],
    ['r', { part: 1, whole: 2, more: 3 }, 'rate_malformed'],
    ['r', { part: 0, whole: 0 }, 'rate_whole_not_positive'],
    ['r', { part: 3, whole: 2 }, 'rate_part_out_of_range'],
    ['r', { part: -1, whole: 2 }, 'rate_part_out_of_range'],
    ['each', -2, 'count_negative'],
    ['once', 2, 'award_given_twice'],
    ['once', true, 'count_not_whole'],
    ['zz', true, 'unknown_rule'],
    ['__proto__x', true, 'unknown_rule'],
    ['f', null, 'fixed_not_boolean'],
  ])('refuses for rule %s the finding %o as %s', (ruleId, answer, code) => {
    expect(rule(ruleId, answer)).toEqual([code]);
  });

  it('names item and rule with every problem', () => {
    expect(checkAnswerOf(table, '1.1', assessed({ n: -1, zz: 1 }))).toEqual([
      { code: 'count_negative', itemId: '1.1', ruleId: 'n' },
      { code: 'unknown_rule', itemId: '1.1', ruleId: 'zz' },
    ]);
  });

  it('refuses states that the item cannot take', () => {
    expect(codes('1.1', { state: 'met', rules: {} })).toEqual(['state_not_allowed']);
    expect(codes('1.2', { state: 'assessed', rules: {} })).toEqual(['state_not_allowed']);
    expect(codes('1.2', { state: 'partly', rules: {} })).toEqual([]);
    expect(codes('B1', { state: 'not_established', rules: {} })).toEqual(['state_not_allowed']);
    expect(codes('B1', approvedNotApplicable)).toEqual(['bonus_not_applicable']);
    expect(codes('1.1', { state: 'done', rules: {} })).toEqual(['unknown_state']);
    expect(codes('1.1', { rules: {} })).toEqual(['unknown_state']);
  });

  it('asks of a consent who, when and by which document', () => {
    const consent = (approval: unknown) =>
      codes('1.1', { state: 'not_applicable', rules: {}, approval });
    expect(codes('1.1', { state: 'not_applicable', rules: {} })).toEqual([]);
    expect(consent(approvedNotApplicable.approval)).toEqual([]);
    expect(consent({ by: ' ', on: '2026-05-08', document: '1' })).toEqual(['approval_incomplete']);
    expect(consent({ by: 'x', on: '8.5.2026', document: '1' })).toEqual(['approval_incomplete']);
    expect(consent('yes')).toEqual(['approval_incomplete']);
    expect(codes('1.1', { ...assessed(), approval: approvedNotApplicable.approval })).toEqual([
      'approval_not_allowed',
    ]);
  });

  it('refuses an item outside the scheme and anything that is not a set of answers', () => {
    expect(checkAnswers(table, { '9.9': assessed() })).toEqual([
      { code: 'unknown_item', itemId: '9.9' },
    ]);
    const hostile: unknown = JSON.parse('{"__proto__":{"state":"assessed","rules":{}}}');
    expect(checkAnswers(table, hostile)).toEqual([{ code: 'unknown_item', itemId: '__proto__' }]);
    expect(checkAnswers(table, [])).toEqual([{ code: 'answers_malformed', itemId: '' }]);
    expect(checkAnswers(table, { '1.1': [] })).toEqual([
      { code: 'answer_malformed', itemId: '1.1' },
    ]);
  });

  it('judges a bonus item by the section it stands in, not by how it earns', () => {
    const earning = item('1.9', 3, [award('a', 1)], { mode: 'earn' });
    expect(checkAnswer(earning, { state: 'not_established', rules: {} })).toEqual([]);
    expect(checkAnswer(earning, { state: 'not_established', rules: {} }, true)).toHaveLength(1);
  });

  it('passes every answer that fits its scheme', () => {
    fc.assert(
      fc.property(anyAssessment, ({ scheme: of, answers }) => {
        expect(checkAnswers(of, answers)).toEqual([]);
      }),
    );
  });

  it('never throws, whatever it is given, and neither does the score of what it passes', () => {
    fc.assert(
      fc.property(
        anyScheme,
        fc.dictionary(
          fc.constantFrom('1.1', '1.2', 'B1', 'constructor', '__proto__'),
          fc.oneof(
            fc.anything(),
            fc.record({
              state: fc.constantFrom('assessed', 'not_applicable', 'met', 7),
              rules: fc.oneof(
                fc.anything(),
                fc.dictionary(fc.constantFrom('a', 'b', 'toString'), fc.anything()),
              ),
            }),
          ),
        ),
        (of, answers) => {
          const problems = checkAnswers(of, answers);
          const result = score(of, answers as never);
          if (problems.length > 0) return;
          expect(result.basic).toBeLessThanOrEqual(of.basicPoints);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
