import { assessmentInAddress } from './assessment-in-address';

describe('the address of a page', () => {
  it('names the enterprise and the self-evaluation that the page speaks of', () => {
    expect(assessmentInAddress('/o/1/dossiers?assessment=a&item=2.1#report')).toEqual({
      organizationId: '1',
      assessmentId: 'a',
    });
  });

  it('names none where it is left out or empty, and nothing outside of an enterprise', () => {
    expect(assessmentInAddress('/o/1/gaps').assessmentId).toBeNull();
    expect(assessmentInAddress('/o/1/gaps?assessment=').assessmentId).toBeNull();
    expect(assessmentInAddress('/verify?assessment=a')).toEqual({
      organizationId: '',
      assessmentId: null,
    });
  });
});
