import { isCatalogueMaintainer, maintainerAddresses } from './catalogue-maintainers';

describe('the maintainers of the catalogue', () => {
  it('are named by their addresses in any spelling of a list', () => {
    expect(maintainerAddresses('A@example.cn, 王维护 <b@example.cn>；c@example.cn')).toEqual([
      'a@example.cn',
      'b@example.cn',
      'c@example.cn',
    ]);
    expect(maintainerAddresses('')).toEqual([]);
  });

  it('are nobody whose address is only a part of a named one', () => {
    const setting = { catalogueMaintainers: 'keeper@example.cn', mustConfirmSenders: false };
    const isOne = (email: string) =>
      isCatalogueMaintainer(setting, { email, isEmailConfirmed: false });
    expect(['Keeper@Example.cn', 'eeper@example.cn', ''].map(isOne)).toEqual([true, false, false]);
  });

  it('have proven that the address is theirs, where mail goes out', () => {
    const setting = { catalogueMaintainers: 'keeper@example.cn', mustConfirmSenders: true };
    const email = 'keeper@example.cn';
    expect(isCatalogueMaintainer(setting, { email, isEmailConfirmed: false })).toBe(false);
    expect(isCatalogueMaintainer(setting, { email, isEmailConfirmed: true })).toBe(true);
  });
});
