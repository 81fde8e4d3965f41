import { fileNameOf } from './file-name';

describe('the name of a downloaded file', () => {
  it.each([
    [`attachment; filename="____.xlsx"; filename*=UTF-8''%E5%8F%B0%E8%B4%A6.xlsx`, '台账.xlsx'],
    [`attachment; filename*=utf-8''a%20b.pdf`, 'a b.pdf'],
    ['attachment; filename="list.pdf"', 'list.pdf'],
    [`attachment; filename="list.pdf"; filename*=UTF-8''%E5%8`, 'list.pdf'],
    ['attachment', 'file'],
    [null, 'file'],
  ])('is the full one where it can be read: %s', (disposition, name) => {
    expect(fileNameOf(disposition, 'file')).toBe(name);
  });
});
