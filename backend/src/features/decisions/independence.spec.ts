import fc from 'fast-check';
import { OTHERS_ONLY, partInCase } from './independence';

const people = ['王芳', '李强', '周敏', '赵亮'];
const moves = ['pass_review', 'return_to_team', 'grant', 'refuse'] as const;

describe('whoever reviews, decides or answers an appeal', () => {
  it('has not evaluated, and not done the step before', () => {
    const person = fc.constantFrom(...people);
    const steps = fc.array(fc.record({ move: fc.constantFrom(...moves), madeBy: person }));
    const team = fc.array(fc.record({ userId: person }));
    fc.assert(
      fc.property(person, team, steps, (who, members, made) => {
        const part = partInCase(who, members, made);
        const did = (...verbs: string[]): boolean =>
          made.some(({ move, madeBy }) => madeBy === who && verbs.includes(move));
        const isMember = members.some(({ userId }) => userId === who);
        expect(OTHERS_ONLY.review(part) === null).toBe(!isMember);
        expect(OTHERS_ONLY.decide(part) === null).toBe(!isMember && !did('pass_review'));
        expect(OTHERS_ONLY.answer_appeal(part) === null).toBe(!isMember && !did('grant', 'refuse'));
      }),
    );
  });
});
