import { carriedAssessment } from './carried-assessment';

describe('a link of the journey', () => {
  it('takes the self-evaluation along between scoring sheet and gaps', () => {
    expect(carriedAssessment('/o/1/assessment?item=2.1&assessment=a', 'gaps')).toEqual({
      assessment: 'a',
    });
    expect(carriedAssessment('/o/1/gaps?assessment=a', 'assessment')).toEqual({ assessment: 'a' });
  });

  it('takes nothing to or from other pages, or where the address names none', () => {
    expect(carriedAssessment('/o/1/gaps?assessment=a', 'profile')).toBeNull();
    expect(carriedAssessment('/o/1/profile?assessment=a', 'gaps')).toBeNull();
    expect(carriedAssessment('/o/1/gaps', 'assessment')).toBeNull();
  });
});
