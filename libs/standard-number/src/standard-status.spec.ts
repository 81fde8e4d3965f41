import fc from 'fast-check';
import { isInForce, isIsoDate, statusFromWord, statusOn, type StandardStatus } from './index';

const OLD = {
  issued: '2003-09-15',
  inForce: '2003-10-01',
  withdrawn: '2018-07-01',
  replacedBy: ['GB/T 19273-2017'],
};
const RANK: Partial<Record<StandardStatus, number>> = {
  unpublished: 0,
  upcoming: 1,
  current: 2,
  replaced: 3,
  withdrawn: 3,
};

const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('statusOn', () => {
  it.each([
    ['2003-09-14', 'unpublished'],
    ['2003-09-15', 'upcoming'],
    ['2003-09-30', 'upcoming'],
    ['2003-10-01', 'current'],
    ['2018-06-30', 'current'],
    ['2018-07-01', 'replaced'],
  ])('says of GB/T 19273-2003 on %s: %s', (date, status) => {
    expect(statusOn(OLD, date)).toBe(status);
  });

  it('says withdrawn where nothing replaces it', () => {
    expect(statusOn({ ...OLD, replacedBy: [] }, '2018-07-01')).toBe('withdrawn');
  });

  it.each([
    [{}, 'unknown'],
    [{ issued: '2020-01-01' }, 'unknown'],
    [{ issued: '2020-01-01', inForce: '2019-01-01' }, 'unknown'],
    [{ inForce: '2019-02-30' }, 'unknown'],
    [{ inForce: '2019-01-01' }, 'current'],
    [{ inForce: '2030-01-01' }, 'unknown'],
    [{ withdrawn: '2019-01-01' }, 'withdrawn'],
  ])('with the dates %j says %s in 2025', (dates, status) => {
    expect(statusOn(dates, '2025-01-01')).toBe(status);
  });

  it('never goes back as the days go on', () => {
    fc.assert(
      fc.property(
        fc.tuple(day, day, day),
        fc.boolean(),
        day,
        day,
        (dates, isReplaced, one, two) => {
          const [issued, inForce, withdrawn] = [...dates].sort();
          const replacedBy = isReplaced ? ['GB/T 1-2020'] : [];
          const rank = (date: string) =>
            RANK[statusOn({ issued, inForce, withdrawn, replacedBy }, date)];
          const [early = one, late = two] = [one, two].sort();
          expect(rank(early)).toBeDefined();
          expect(rank(early)).toBeLessThanOrEqual(rank(late) ?? -1);
        },
      ),
    );
  });

  it('never takes the unknown for current', () => {
    expect(isInForce('unknown')).toBe(false);
    fc.assert(
      fc.property(fc.option(day, { nil: undefined }), day, (issued, date) => {
        expect(isInForce(statusOn({ issued }, date))).toBe(false);
      }),
    );
    expect(statusFromWord('有更新版')).toBe('unknown');
    expect(['现 行', '废止', '被代替', '即将废止'].map(statusFromWord)).toEqual([
      'current',
      'withdrawn',
      'replaced',
      'ending',
    ]);
  });

  it('takes a state out of use for withdrawn, and a confirmed one for current', () => {
    expect(['停用', '失效', '撤销', '停止使用'].map(statusFromWord)).toEqual(
      Array(4).fill('withdrawn'),
    );
    expect(['确认有效', '继续有效', '复审有效'].map(statusFromWord)).toEqual(
      Array(3).fill('current'),
    );
    expect(['暂停', '暂缓', '待查'].map(statusFromWord)).toEqual(Array(3).fill('unknown'));
  });

  it('reads the words of official lists, and a remark behind them', () => {
    expect(
      ['未生效', '即将作废', '已被代替', '现行（2024年复审）', '废止(转行标)'].map(statusFromWord),
    ).toEqual(['upcoming', 'ending', 'replaced', 'current', 'withdrawn']);
    expect(
      ['现行（即将废止）', '作废（被代替）', '现行（已废止）', '（现行）', '历史'].map(
        statusFromWord,
      ),
    ).toEqual(['ending', 'replaced', 'unknown', 'unknown', 'unknown']);
  });

  it('knows leap years, and no year 0', () => {
    const days = ['2024-02-29', '2023-02-29', '2000-02-29', '1900-02-29', '2024-13-01'];
    expect([...days, '0000-01-01', '0001-01-01'].map(isIsoDate)).toEqual([
      ...[true, false, true, false, false],
      ...[false, true],
    ]);
  });
});
