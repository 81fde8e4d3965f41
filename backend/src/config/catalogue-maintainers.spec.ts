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
    const setting = { catalogueMaintainers: 'keeper@example.cn' };
    expect(isCatalogueMaintainer(setting, 'Keeper@Example.cn')).toBe(true);
    expect(isCatalogueMaintainer(setting, 'eeper@example.cn')).toBe(false);
    expect(isCatalogueMaintainer(setting, '')).toBe(false);
  });
});
