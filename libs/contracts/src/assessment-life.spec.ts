import {
  ASSESSMENT_MOVES,
  ASSESSMENT_STATES,
  type AssessmentState,
  assessmentMovesFrom,
  chosenAssessment,
} from './assessment-life';

const one = (id: string, state: AssessmentState) => ({ id, state });
const list = [one('d', 'archived'), one('c', 'closed'), one('b', 'open'), one('a', 'open')];

describe('the evaluation that every screen speaks of', () => {
  it('is the one that was chosen, whatever its state', () => {
    for (const { id } of list) expect(chosenAssessment(list, id)?.id).toBe(id);
  });

  it('is the newest open one without a choice, and where the chosen one is not here', () => {
    expect(chosenAssessment(list)?.id).toBe('b');
    expect(chosenAssessment(list, null)?.id).toBe('b');
    expect(chosenAssessment(list, 'of another enterprise')?.id).toBe('b');
  });

  it('is the newest closed one where none is open, and never an archived one by itself', () => {
    expect(chosenAssessment(list.slice(0, 2))?.id).toBe('c');
    expect(chosenAssessment(list.slice(0, 1))).toBeNull();
    expect(chosenAssessment([], 'a')).toBeNull();
  });
});

describe('the life of an evaluation', () => {
  it('reaches every state, and no state is the end: what was done by mistake can be taken back', () => {
    expect(ASSESSMENT_STATES.map((state) => assessmentMovesFrom(state))).toEqual([
      ['close'],
      ['reopen', 'archive'],
      ['restore'],
    ]);
    expect(new Set(Object.values(ASSESSMENT_MOVES).map(({ to }) => to))).toEqual(
      new Set(ASSESSMENT_STATES),
    );
  });
});
