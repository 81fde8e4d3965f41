import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readMaterial, type FrozenMaterial } from '../dossiers/pure';
import { materialChanges } from './material-changes';

const NOTHING = {
  ...{ profile: [], items: [], standards: [], evidence: [], actions: [], parts: [] },
};

describe('what a correction changed', () => {
  const before = readMaterial(
    readFileSync(join(__dirname, '../dossiers/material/testing/material-v1.json'), 'utf8'),
  );
  const changed = (changes: Partial<FrozenMaterial>) =>
    materialChanges(before, { ...before, ...changes });

  it('is nothing between a material and itself', () => {
    expect(changed({})).toEqual(NOTHING);
  });

  it('names fields of the profile and parts that are told as a whole', () => {
    const profile = { ...before.profile, address: '苏州市新址' };
    const assessment = { ...before.assessment, conclusion: '补正后的结论' };
    expect(changed({ profile, assessment })).toEqual({
      ...NOTHING,
      ...{ profile: ['address'], parts: ['assessment'] },
    });
  });

  it('names standards and files that came, went or are others', () => {
    const [first, ...others] = before.standards;
    if (first === undefined) throw new Error('the material has standards');
    const standards = [{ ...first, title: '新名称' }, ...others.slice(1)];
    const added = { ...first, id: 'new', number: 'Q/NEW 1-2026', title: '新增标准' };
    const found = changed({ standards: [...standards, added] }).standards;
    expect(found.map(({ change }) => change)).toEqual(['changed', 'added', 'removed']);
    expect(found[1]?.name).toBe('Q/NEW 1-2026 新增标准');
  });

  it('names an item of which the answer is another one, with its points', () => {
    const answers = before.answers.map((answer, at) =>
      at === 0 ? { ...answer, answer: null } : answer,
    );
    const { items } = changed({ answers });
    expect(items).toEqual([
      expect.objectContaining({
        itemId: before.answers[0]?.itemId,
        stateAfter: 'unanswered',
      }),
    ]);
    expect(items[0]?.stateBefore).not.toBe('unanswered');
  });
});
