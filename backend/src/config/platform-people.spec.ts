import { namedAddresses, platformPermissions } from './platform-people';

const setting = {
  catalogueMaintainers: 'keeper@example.cn',
  platformAdministrators: 'admin@example.cn, 王 <both@example.cn>',
  mustConfirmSenders: false,
};

describe('who may do something on the platform', () => {
  it('is named by addresses in any spelling of a list', () => {
    expect(namedAddresses('A@example.cn, 王维护 <b@example.cn>；c@example.cn')).toEqual([
      'a@example.cn',
      'b@example.cn',
      'c@example.cn',
    ]);
    expect(namedAddresses('')).toEqual([]);
  });

  it('is nobody whose address is only a part of a named one', () => {
    const of = (email: string) => platformPermissions(setting, { email, isEmailConfirmed: false });
    expect(of('Keeper@Example.cn')).toEqual(['catalogue:maintain']);
    expect(of('eeper@example.cn')).toEqual([]);
    expect(of('')).toEqual([]);
  });

  it('may do what the setting that names them is for, and no more', () => {
    const of = (email: string) => platformPermissions(setting, { email, isEmailConfirmed: true });
    expect(of('admin@example.cn')).toEqual(['organizations:approve', 'platform:audit']);
    expect(
      platformPermissions(
        { ...setting, catalogueMaintainers: 'both@example.cn' },
        { email: 'both@example.cn', isEmailConfirmed: true },
      ),
    ).toEqual(['catalogue:maintain', 'organizations:approve', 'platform:audit']);
  });

  it('has proven that the address is theirs, where mail goes out', () => {
    const strict = { ...setting, mustConfirmSenders: true };
    const of = (isEmailConfirmed: boolean) =>
      platformPermissions(strict, { email: 'keeper@example.cn', isEmailConfirmed });
    expect(of(false)).toEqual([]);
    expect(of(true)).toEqual(['catalogue:maintain']);
  });
});
