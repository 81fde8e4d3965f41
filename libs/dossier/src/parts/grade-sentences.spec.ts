import { sampleSnapshot } from '../fixtures/sample-snapshot';
import { conclusionSentence, gateSentence, gradeSentence } from './grade-sentences';

describe('what a dossier says of the grade', () => {
  const snapshot = sampleSnapshot();
  const graded = (grade: string, target: string) => ({
    ...snapshot,
    // From the highest; the longer name is the lower grade.
    scheme: { ...snapshot.scheme, gradeIds: ['Top', 'Foundation'] },
    application: { ...snapshot.application, targetGrade: target },
    evaluation: { ...snapshot.evaluation, conclusion: '' },
    result: { ...snapshot.result, grade },
  });

  it('goes by the place of a grade, not by the length of its name', () => {
    expect(conclusionSentence(graded('Top', 'Foundation'))).toContain('可以提出申请');
    expect(conclusionSentence(graded('Foundation', 'Top'))).toContain('完成整改后再行申请');
  });

  it('names the grade applied for where the scheme gives none', () => {
    const readiness = {
      ...snapshot,
      scheme: {
        ...snapshot.scheme,
        kind: 'readiness' as const,
        gradeIds: [],
        evaluatingBodyWord: '评价组织',
      },
      application: { ...snapshot.application, targetGrade: 'AAAAA' },
    };
    expect(gradeSentence(readiness)).toContain(
      '申请等级 AAAAA 级；自我评价等级以评价组织所持评分表为准',
    );
  });

  it('names a veto, a part below its share, and the grade that is left', () => {
    const gate = { text: '一票否决', sectionTitle: '1.1 方针', needed: 500, earned: 200 };
    expect(gateSentence({ ...gate, veto: '发生重大事故' })).toBe(
      '未满足：一票否决（1.1 方针：发生重大事故）。',
    );
    expect(gateSentence({ ...gate, cap: 'AA' })).toBe(
      '未满足：一票否决（1.1 方针应得 5 分以上，实得 2 分），最高评为 AA 级。',
    );
  });
});
