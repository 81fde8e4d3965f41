import { clauseText } from './clause-text';

it('a clause is cited with the comma of the language', () => {
  expect(clauseText('GB/T 19273-2017，5.1', 'zh-CN')).toBe('GB/T 19273-2017，5.1');
  expect(clauseText('GB/T 19273-2017，5.1', 'en')).toBe('GB/T 19273-2017, 5.1');
});
