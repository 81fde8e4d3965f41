import fc from 'fast-check';
import { isFoundBy, pinyinInitials } from './pinyin-initials';

describe('initials of a name', () => {
  it.each([
    ['苏州示范机械有限公司', 'szsfjxyxgs'],
    ['阿里', 'al'],
    ['座谈', 'zt'],
    ['安徽ABC-3（集团）', 'ahabc3jt'],
    ['欧尔达瑞', 'oedr'],
  ])('of %s are %s', (name, initials) => {
    expect(pinyinInitials(name)).toBe(initials);
  });

  it('find it, as every part of it does', () => {
    const some = fc.string({ unit: fc.constantFrom(...'苏州示范机械安徽泵业AB3'), minLength: 1 });
    fc.assert(
      fc.property(some, fc.nat(), fc.nat(), (name, from, length) => {
        const initials = pinyinInitials(name);
        expect(isFoundBy(name, initials.toUpperCase())).toBe(true);
        expect(isFoundBy(name, name.slice(from % name.length).slice(0, 1 + (length % 5)))).toBe(
          true,
        );
      }),
    );
  });

  it('find no other', () => {
    expect(isFoundBy('苏州示范', 'bj')).toBe(false);
  });
});
