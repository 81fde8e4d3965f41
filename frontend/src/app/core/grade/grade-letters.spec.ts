import { gradeLetters, lettersOf } from './grade-letters';

describe('the letters of a grade', () => {
  it('are filled up to the grade and outlined up to the target', () => {
    expect(gradeLetters('AA', 'AAA', 4)).toEqual(['reached', 'reached', 'wanted', 'beyond']);
  });

  it('are all open where no grade is reached', () => {
    expect(gradeLetters(null, 'A', 2)).toEqual(['wanted', 'beyond']);
  });

  it('grow with a grade above the usual four', () => {
    expect(gradeLetters('AAAAA', null, 4)).toHaveLength(5);
  });

  it('are unknown for a grade of other letters', () => {
    expect(lettersOf('二级')).toBeUndefined();
  });
});
