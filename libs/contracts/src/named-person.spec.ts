import { isSamePerson, personAfter, type NamedPerson } from './named-person';

const person = (name: string, userId: string | null = null): NamedPerson => ({ name, userId });

describe('two names', () => {
  it('are one person by their accounts, however they are written', () => {
    expect(isSamePerson(person('周华', 'a'), person('周 华（质量部）', 'a'))).toBe(true);
    expect(isSamePerson(person('张伟', 'a'), person('张伟', 'b'))).toBe(false);
  });

  it('are compared as they are written where one of them has no account', () => {
    expect(isSamePerson(person('周华', 'a'), person(' 周华 '))).toBe(true);
    expect(isSamePerson(person('周华', 'a'), person('陆敏'))).toBe(false);
    expect(isSamePerson(person(''), person(''))).toBe(false);
  });
});

describe('a person who is changed', () => {
  it('keeps the account as long as the name stays', () => {
    expect(personAfter(person('周华', 'a'), {})).toEqual(person('周华', 'a'));
    expect(personAfter(person('周华', 'a'), { name: '周华 ' })).toEqual(person('周华', 'a'));
    expect(personAfter(person('周华', 'a'), { name: '陆敏' })).toEqual(person('陆敏'));
  });

  it('gets an account or loses it where that is said', () => {
    expect(personAfter(person('周华'), { userId: 'a' })).toEqual(person('周华', 'a'));
    expect(personAfter(person('周华', 'a'), { userId: null })).toEqual(person('周华'));
    expect(personAfter(person('周华', 'a'), { name: '陆敏', userId: 'b' })).toEqual(
      person('陆敏', 'b'),
    );
  });
});
