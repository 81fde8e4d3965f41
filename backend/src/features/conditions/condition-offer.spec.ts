import fc from 'fast-check';
import { offerOf, type KnownFacts } from './condition-offer';

const today = '2026-11-23';
const facts: KnownFacts = {
  creditCode: '913205050000LJDT79',
  address: '江苏省苏州市示例路 88 号',
  systemReleasedOn: '2026-01-10',
  systemEffectiveOn: '2026-02-01',
  evaluatedOn: '2026-06-05',
};
const answerOf = (id: string, change: Partial<KnownFacts> = {}) =>
  offerOf(id, { ...facts, ...change }, today)?.answer;

describe('what the product knows about conditions', () => {
  it('is the registration in mainland China, by credit code and address', () => {
    expect(answerOf('registered')).toBe('yes');
    expect(answerOf('registered', { creditCode: '' })).toBeUndefined();
    expect(answerOf('registered', { creditCode: '913205050000LJDT70' })).toBeUndefined();
    expect(answerOf('registered', { address: '' })).toBeUndefined();
  });

  it('is the time that the system has run and the end of the self-evaluation', () => {
    expect(answerOf('operation')).toBe('yes');
    expect(answerOf('operation', { systemEffectiveOn: null })).toBe('yes');
    expect(answerOf('operation', { systemEffectiveOn: '2026-08-24' })).toBe('no');
    expect(answerOf('operation', { systemEffectiveOn: '2027-01-01' })).toBe('no');
    expect(answerOf('operation', { evaluatedOn: null })).toBeNull();
    expect(
      answerOf('operation', { systemEffectiveOn: null, systemReleasedOn: null }),
    ).toBeUndefined();
  });

  it('is nothing about accidents, sampling and the like: only a person can say that', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('accidents', 'sampling', 'dishonesty', 'mandatory', 'x'),
        (id) => {
          expect(offerOf(id, facts, today)).toBeNull();
        },
      ),
    );
  });
});
