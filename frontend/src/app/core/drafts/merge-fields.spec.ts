import fc from 'fast-check';
import { isSameValue, mergeFields, mergedFields, saysAllOf } from './merge-fields';

const profile = { name: '甲', phone: '1', departments: [{ code: 'A', name: '质量部' }] };

describe('bringing two changes of the same thing together', () => {
  it('keeps both changes where they touch different fields', () => {
    const merged = mergeFields(profile, { ...profile, name: '乙' }, { ...profile, phone: '2' });
    expect(merged).toEqual({ value: { ...profile, name: '乙', phone: '2' }, conflicts: [] });
  });

  it('names both values where the same field was changed twice, and shows mine', () => {
    const merged = mergeFields(profile, { ...profile, name: '乙' }, { ...profile, name: '丙' });
    expect(merged.value.name).toBe('乙');
    expect(merged.conflicts).toEqual([{ field: 'name', mine: '乙', theirs: '丙' }]);
  });

  it('sees no conflict where both typed the same', () => {
    const both = { ...profile, name: '乙' };
    expect(mergeFields(profile, both, both).conflicts).toEqual([]);
  });

  it('does not take another order of keys for a change', () => {
    expect(isSameValue([{ code: 'A', name: 'x' }], [{ name: 'x', code: 'A' }])).toBe(true);
    expect(isSameValue([{ code: 'A', name: 'x' }], [{ name: 'A', code: 'x' }])).toBe(false);
  });

  it('never loses a value of either side', () => {
    const value = fc.record({ a: fc.integer(), b: fc.integer(), c: fc.integer() });
    fc.assert(
      fc.property(value, value, value, (base, mine, theirs) => {
        const { value: merged, conflicts } = mergeFields(base, mine, theirs);
        for (const field of ['a', 'b', 'c'] as const) {
          const kept = [
            merged[field],
            ...conflicts
              .filter((one) => one.field === field)
              .flatMap((one) => [one.mine, one.theirs]),
          ];
          if (mine[field] !== base[field]) expect(kept).toContain(mine[field]);
          if (theirs[field] !== base[field]) expect(kept).toContain(theirs[field]);
        }
      }),
    );
  });
});

describe('changes of some fields only', () => {
  const stored = { number: 'Q/1', title: '检验规程', department: '质量部' };

  it('go on top of what another person changed elsewhere', () => {
    const theirs = { ...stored, department: '技术部' };
    expect(mergedFields<Partial<typeof stored>>(stored, { title: '检验' }, theirs)).toEqual({
      title: '检验',
    });
    expect(mergedFields<Partial<typeof stored>>(stored, { department: '' }, theirs)).toBeNull();
  });

  it('are stored already where every field of theirs says so', () => {
    expect(saysAllOf<object>(stored, { title: '检验规程' })).toBe(true);
    expect(saysAllOf<object>(stored, { title: '检验规程', neverShown: true })).toBe(true);
    expect(saysAllOf<object>(stored, { title: '检验' })).toBe(false);
  });
});
