import fc from 'fast-check';
import { OTHERS_ONLY, partInCase } from './independence';

const people = ['王芳', '李强', '周敏', '赵亮'];
const moves = [
  ...(['pass_review', 'return_to_team', 'grant', 'refuse'] as const),
  ...(['stop_publicity', 'uphold_appeal'] as const),
];

describe('whoever reviews, decides or answers an appeal', () => {
  it('has not evaluated, and not done the step before', () => {
    const person = fc.constantFrom(...people);
    const steps = fc.array(fc.record({ move: fc.constantFrom(...moves), madeBy: person }));
    const verdict = fc.constantFrom('upheld', 'dismissed', null);
    const objections = fc.array(fc.record({ verdict, answeredBy: person }), { maxLength: 2 });
    const team = fc.array(fc.record({ userId: person }));
    fc.assert(
      fc.property(person, team, steps, objections, (who, members, made, answered) => {
        const part = partInCase(who, members, made, { objections: answered, conflict: null });
        const upheld = answered.some((one) => one.verdict === 'upheld' && one.answeredBy === who);
        const did = (...verbs: string[]): boolean =>
          made.some(({ move, madeBy }) => madeBy === who && verbs.includes(move));
        const isMember = members.some(({ userId }) => userId === who);
        expect(OTHERS_ONLY.review(part) === null).toBe(!isMember);
        const decidesAnew = did('grant', 'refuse', 'stop_publicity', 'uphold_appeal') || upheld;
        expect(OTHERS_ONLY.decide(part) === null).toBe(
          !isMember && !did('pass_review') && !decidesAnew,
        );
        expect(OTHERS_ONLY.answer_objection(part) === null).toBe(
          !isMember && !did('pass_review', 'grant', 'refuse'),
        );
        expect(OTHERS_ONLY.answer_appeal(part) === null).toBe(!isMember && !did('grant', 'refuse'));
      }),
    );
  });

  it('has nothing to do with the enterprise', () => {
    const known = { objections: [], conflict: 'engagement' } as const;
    const part = partInCase('王芳', [], [], known);
    for (const hindrance of Object.values(OTHERS_ONLY))
      expect(hindrance(part)).toBe('conflict_of_engagement');
  });
});
