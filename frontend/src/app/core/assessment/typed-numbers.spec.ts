import { readFigures, readRate, readWhole } from './typed-numbers';

describe('a number typed into the scoring sheet', () => {
  it('is taken in half and full width, and an empty field is no number', () => {
    expect(readWhole(' 12 ')).toEqual({ value: 12, problem: null });
    expect(readWhole('４０')).toEqual({ value: 40, problem: null });
    expect(readWhole('')).toEqual({ value: null, problem: null });
  });

  it('is told when it is no number, not whole or below nothing', () => {
    expect(readWhole('abc').problem).toBe('number');
    expect(readWhole('1.5').problem).toBe('whole');
    expect(readWhole('-1').problem).toBe('whole');
  });
});

describe('a share', () => {
  it('is kept where as many or fewer conform than were sampled', () => {
    expect(readRate('40', '45')).toEqual({ rate: { part: 40, whole: 45 }, problem: null });
    expect(readRate('45', '45').rate).toEqual({ part: 45, whole: 45 });
    expect(readRate('0', '5').rate).toEqual({ part: 0, whole: 5 });
  });

  it('is refused with its reason otherwise, and never read as something else', () => {
    const problems = [
      ['45', '40'],
      ['', '40'],
      ['40', ''],
      ['0', '0'],
      ['abc', '40'],
    ].map(([part = '', whole = '']) => readRate(part, whole));
    expect(problems.map(({ problem }) => problem)).toEqual([
      'moreThanSampled',
      'incomplete',
      'incomplete',
      'sampledNone',
      'number',
    ]);
    expect(problems.every(({ rate }) => rate === null)).toBe(true);
    expect(readRate('', '')).toEqual({ rate: null, problem: null });
  });
});

describe('a figure and its objective', () => {
  it('are kept together, with sign, decimals and full-width digits', () => {
    expect(readFigures('９６.5', '95').figures).toEqual({ figure: 96.5, objective: 95 });
    expect(readFigures('-1.5', '0%').figures).toEqual({ figure: -1.5, objective: 0 });
    expect(readFigures('', '')).toEqual({ figures: null, problem: null });
    expect(readFigures('96', '').problem).toBe('incompleteFigures');
    expect(readFigures('很高', '95').problem).toBe('number');
  });
});
