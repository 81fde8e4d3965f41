import { readDate } from './read-date';

describe('a date', () => {
  it.each([
    '2021-05-01',
    '2021.5.1',
    '2021/05/01',
    '2021年5月1日',
    '20210501',
    '２０２１－０５－０１',
    '44317',
    '二〇二一年五月一日',
    '2021-05-01 00:00:00',
  ])('%s is the first of May 2021', (text) => {
    expect(readDate(text)).toEqual({ kind: 'date', day: '2021-05-01' });
  });
  it.each([
    ['2021-05', 'date_incomplete'],
    ['2021', 'date_incomplete'],
    ['01/05/2021', 'date_ambiguous'],
    ['2021-02-30', 'date_impossible'],
    ['0206-10-31', 'date_out_of_range'],
    ['9999年12月31日', 'date_out_of_range'],
    ['见备注', 'date_unread'],
  ])('%s is not guessed', (text, code) => {
    expect(readDate(text)).toEqual({ kind: 'problem', code });
  });
});
