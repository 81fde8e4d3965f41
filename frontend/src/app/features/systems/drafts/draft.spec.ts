import { DRAFT_STATES } from '@liangxing/contracts';
import { asksOf, draftFrom, namesOf, type DraftOutline } from './draft';

const outline: DraftOutline = {
  id: 'post-chief',
  kind: 'post',
  title: '总经理岗位标准',
  lays: '',
  chapters: [],
};

describe('a new draft', () => {
  it('takes kind and title from the outline, but the title that was asked for goes first', () => {
    expect(draftFrom(outline, '')).toMatchObject({ kind: 'post', title: '总经理岗位标准' });
    expect(draftFrom(outline, '厂长岗位标准').title).toBe('厂长岗位标准');
    expect(draftFrom(undefined, '采购')).toMatchObject({ outlineId: '', kind: 'management' });
  });

  it('reads names however they are parted', () => {
    expect(namesOf('顾敏、周华，李强 王五')).toEqual(['顾敏', '周华', '李强', '王五']);
    expect(namesOf('  ')).toEqual([]);
  });
});

describe('a step of its life', () => {
  it('asks for who approves, from when it is in force, and why it is withdrawn', () => {
    const asked = DRAFT_STATES.filter((state) => Object.values(asksOf(state)).some(Boolean));
    expect(asked).toEqual(['approved', 'in_force', 'withdrawn']);
  });
});
