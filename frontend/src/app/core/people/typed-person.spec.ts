import { type ListedPerson, typedPeople, typedPerson } from './typed-person';

const member = (userId: string, name: string) => ({ userId, name, email: `${userId}@example.com` });
const members = [member('a', '周华'), member('b', '张伟'), member('c', '张伟')];
const nobody = { name: '', userId: null };

describe('a name that is typed', () => {
  it('means the one member of that name', () => {
    expect(typedPerson('周华', nobody, members)).toEqual({ name: '周华', userId: 'a' });
  });

  it('means nobody where two members bear it, or none', () => {
    expect(typedPerson('张伟', nobody, members).userId).toBeNull();
    expect(typedPerson('技术部', nobody, members).userId).toBeNull();
    expect(typedPerson('', { name: '周华', userId: 'a' }, members).userId).toBeNull();
  });

  it('means who stood there as long as it stays: one without an account gets none by that', () => {
    expect(typedPerson('张伟', { name: '张伟', userId: 'c' }, members).userId).toBe('c');
    expect(typedPerson('周华 ', { name: '周华', userId: null }, members).userId).toBeNull();
  });
});

describe('a list of names that is typed', () => {
  it('has the accounts of its members, and keeps those of who stood there', () => {
    const before = [{ name: '周示例', role: '组长', userId: 'd' }];
    const typed = [
      { name: '周示例', role: '副组长' },
      { name: '周华', role: '组员' },
      { name: '外聘专家', role: '' },
    ];
    expect(typedPeople(typed, before, members)).toEqual([
      { name: '周示例', role: '副组长', userId: 'd' },
      { name: '周华', role: '组员', userId: 'a' },
      { name: '外聘专家', role: '', userId: null },
    ]);
  });

  const accounts = (typed: readonly string[], before: readonly ListedPerson[] = []) =>
    typedPeople<ListedPerson>(
      typed.map((name) => ({ name })),
      before,
      members,
    ).map(({ userId }) => userId);

  it('has two people of one name as two', () => {
    const before = [
      { name: '张伟', userId: 'b' },
      { name: '张伟', userId: 'c' },
    ];
    expect(accounts(['张伟', '张伟'], before)).toEqual(['b', 'c']);
    expect(accounts(['外聘专家', '张伟', '张伟', '张伟'], before)).toEqual([null, 'b', 'c', null]);
    expect(accounts(['张伟', '张伟'], before.slice(1))).toEqual(['c', null]);
  });

  it('gives nobody an account that another in the list has', () => {
    expect(accounts(['周华', '周华'])).toEqual(['a', null]);
    expect(accounts(['周华', '周 华'], [{ name: '周 华', userId: 'a' }])).toEqual([null, 'a']);
  });
});
