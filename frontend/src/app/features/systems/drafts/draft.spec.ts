import { DRAFT_VERBS } from '@liangxing/contracts';
import {
  asksOf,
  draftFrom,
  forwardOf,
  kindFor,
  namesOf,
  printedNames,
  type DraftOutline,
} from './draft';

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
    const drafters = namesOf('顾敏、周华，李强 王五');
    expect(drafters.map(({ name }) => name)).toEqual(['顾敏', '周华', '李强', '王五']);
    expect(namesOf(printedNames(drafters))).toEqual(drafters);
    expect(namesOf('  ')).toEqual([]);
  });
});

describe('a step of its life', () => {
  it('asks for who approves, from when it is in force, and why it is withdrawn', () => {
    const asked = DRAFT_VERBS.filter((verb) => Object.values(asksOf(verb)).some(Boolean));
    expect(asked).toEqual(['approve', 'bring_into_force', 'withdraw']);
  });
});

describe('several drafts', () => {
  it.each([
    ['GW2.1', '采购部门负责人岗位标准', 'post'],
    ['Z03', '焊工工作标准', 'post'],
    ['J05', '焊接作业指导书', 'technical'],
    ['G04', '供方评价要求', 'management'],
    ['CP3.3', '作业指导书编写规范', 'technical'],
    ['BZ3.5', '员工培训管理', 'management'],
  ])('of %s, %s are %s standards', (node, title, kind) => {
    expect(kindFor(node, title)).toBe(kind);
  });

  it('go forward to force and no further', () => {
    const way = ['draft', 'review', 'approved'] as const;
    expect(way.map(forwardOf)).toEqual(['submit', 'approve', 'bring_into_force']);
    expect(forwardOf('in_force')).toBeUndefined();
  });
});
