import { answered, countsOf, takenOver } from './condition';

const today = '2026-11-29';
const nothing = { answer: 'unanswered', proof: '', checkedOn: null } as const;

describe('a condition of the application', () => {
  it('is looked at on the day of its answer, unless another day is told', () => {
    expect(answered(nothing, 'yes', today).checkedOn).toBe(today);
    const earlier = { ...nothing, checkedOn: '2026-10-01' };
    expect(answered(earlier, 'no', today)).toEqual({ ...earlier, answer: 'no' });
    expect(answered(nothing, 'unanswered', today).checkedOn).toBeNull();
  });

  it('takes over what the product knows once, behind what was written', () => {
    const offer = { answer: 'yes', said: { 'zh-CN': '已满 5 个月。', en: 'five months' } } as const;
    const written = { ...nothing, proof: '发布令' };
    const taken = takenOver(written, offer, today);
    expect(taken).toEqual({ answer: 'yes', proof: '发布令\n已满 5 个月。', checkedOn: today });
    expect(takenOver(taken, offer, today)).toEqual(taken);
  });

  it('stays unanswered where what is known does not suffice', () => {
    const offer = { answer: null, said: { 'zh-CN': '没有结束日期。', en: 'no last day' } };
    expect(takenOver(nothing, offer, today).answer).toBe('unanswered');
  });

  it('is counted with the others', () => {
    const counts = countsOf([
      { id: 'a', answer: 'yes' },
      { id: 'b', answer: 'no' },
    ]);
    expect(counts).toEqual({ total: 2, met: 1, unmet: 1, unanswered: 0 });
  });
});
