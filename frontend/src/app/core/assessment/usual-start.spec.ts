import type { UsableSchemeDto } from '../api/generated/openapi';
import { usualScheme, usualTarget, usualTitle } from './usual-start';

const scheme = (id: string, isHistorical: boolean): UsableSchemeDto =>
  ({ id, isHistorical, targetGrades: ['A', 'AA', 'AAA'] }) as unknown as UsableSchemeDto;
const schemes = [scheme('of-2003', true), scheme('of-2017', false), scheme('own', false)];

describe('a self-evaluation that begins', () => {
  it('is by the scheme of the profile, else by the first that is in use', () => {
    const by = (schemeId: string) => usualScheme(schemes, { schemeId })?.id;
    expect([by('own'), by(''), by('withdrawn')]).toEqual(['own', 'of-2017', 'of-2017']);
  });

  it('aims at the grade that is wished for, else at the highest', () => {
    const [, current] = schemes;
    expect(usualTarget(current, '', 'AA')).toBe('AA');
    expect(usualTarget(current, 'AAAAA')).toBe('AAA');
    expect(usualTarget(undefined, 'AA')).toBeNull();
  });

  it('is called by its year', () => {
    const day = new Date(2027, 0, 5);
    expect([usualTitle('zh-CN', day), usualTitle('en', day)]).toEqual([
      '2027 年度自我评价',
      'Self-evaluation 2027',
    ]);
  });
});
