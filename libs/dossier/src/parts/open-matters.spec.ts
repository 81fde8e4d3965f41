import { sampleSnapshot } from '../fixtures/sample-snapshot';
import type { DossierSnapshot, ScoringItem } from '../snapshot';
import { conclusionSentence, gradeSentence } from './grade-sentences';
import { improvementSentence, noMeasuresSentence, nonconformitySentence } from './open-matters';
import { systemSentence } from './system-sentence';

/** A readiness dossier whose items are in these states, with no corrective action. */
const readiness = (states: readonly ScoringItem['state'][]): DossierSnapshot => {
  const sample = sampleSnapshot({ standards: 5, evidence: 2 });
  const [section] = sample.scoring;
  const [group] = section?.groups ?? [];
  const [item] = group?.items ?? [];
  if (!section || !group || !item) throw new Error('the sample has items');
  const items = states.map((state, index) => ({
    ...item,
    id: `1.1.${index + 1}`,
    state,
    deducted: 0,
  }));
  return {
    ...sample,
    scheme: { ...sample.scheme, kind: 'readiness', gradeIds: [], evaluationWord: '评价' },
    scoring: [{ ...section, groups: [{ ...group, items }] }],
    corrections: [],
    evaluation: { ...sample.evaluation, conclusion: '' },
    result: { ...sample.result, grade: null, answered: states.length, items: states.length },
  };
};

describe('sentences of a readiness dossier', () => {
  const snapshot = readiness(['met', 'partly', 'not_met', 'not_met']);

  it('say how many items are not met, and that none of them has an action yet', () => {
    expect(nonconformitySentence(snapshot)).toBe(
      '本次自我评价发现 3 项未完全符合（部分符合 1 项、不符合 2 项）。其中 3 项（1.1.2、1.1.3、1.1.4）尚未登记整改措施。',
    );
    expect(improvementSentence(snapshot)).toContain('尚有 3 项');
    expect(noMeasuresSentence(snapshot)).not.toContain('没有需要整改');
  });

  it('say that nothing was found only where nothing was', () => {
    const whole = readiness(['met', 'met']);
    expect(nonconformitySentence(whole)).toBe('本次自我评价没有发现不符合。');
    const open = readiness(['met', 'unanswered']);
    expect(nonconformitySentence(open)).toBe('另有 1 项尚未评价。');
  });

  it('give neither grade nor points, and leave the grade to the evaluating body', () => {
    expect(gradeSentence(snapshot)).toBe(
      '按准备情况逐项自查，不打分；申请等级 AAAA 级；自我评价等级以评价组织所持评分表为准。共 4 项，已自查 4 项：符合 1 项、部分符合 1 项、不符合 2 项。',
    );
    expect(conclusionSentence(snapshot)).toContain('逐项确定整改措施并完成后');
  });
});

describe('a dossier frozen before its sizes were', () => {
  it('says the size of its list and no other', () => {
    const { system } = sampleSnapshot({ standards: 5 });
    expect(system.figures).toBeUndefined();
    expect(systemSentence(system)).toMatch(/^企业标准明细表列入标准 \d+ 项。/u);
  });
});
