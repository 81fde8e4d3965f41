import { AREAS, type PortfolioClient } from '@liangxing/contracts';
import { clientReportOf, type MonthOfClient } from './client-report-of';

const client: PortfolioClient = {
  id: '5a3d1e00-0000-4000-8000-000000000001',
  name: '某某精密机械有限公司',
  readable: AREAS,
  endsAt: '2027-01-01T00:00:00Z',
  readAt: '2026-11-30T00:00:00Z',
  parts: {},
  next: null,
  activeAt: null,
  consultants: [],
};
const scored = { kind: 'scored', schemeId: 'gsp-2004', share: 80 } as const;
const known: MonthOfClient = {
  client,
  isSample: false,
  consultancyName: '某某咨询',
  month: '2026-11',
  day: '2026-11-30',
  createdAt: '2026-11-30T00:00:00Z',
  producer: '良行',
  months: [
    {
      month: '2026-10-01',
      assessment: { ...scored, total: 40_250, grade: 'AA' },
      overdue: 3,
      expired: 2,
    },
    {
      month: '2026-11-01',
      assessment: { ...scored, total: 43_100, grade: 'AAA' },
      overdue: 1,
      expired: 2,
    },
  ],
  done: [],
  finished: [],
  due: [],
  ahead: [],
};

describe('what a report says of a month', () => {
  it('compares the end of the month before with now', () => {
    expect(clientReportOf(known).figures).toEqual([
      { name: '总分', before: '402.5 分', now: '431 分', change: '+28.5 分' },
      { name: '对应等级', before: 'AA', now: 'AAA', change: '有变化' },
      { name: '逾期整改', before: '3 项', now: '1 项', change: '−2 项' },
      { name: '已被代替或废止而仍在用的标准', before: '2 项', now: '2 项', change: '' },
    ]);
  });

  it('compares no points of one scheme with those of another', () => {
    const [earlier, now] = known.months;
    const other = { ...scored, schemeId: 'own', total: 9_000, grade: null };
    const months = [{ ...earlier!, assessment: other }, now!];
    const { figures } = clientReportOf({ ...known, months });
    expect(figures).toContainEqual({ name: '总分', before: null, now: '431 分', change: '' });
  });

  it('is silent on what the client has not opened, and names it', () => {
    const report = clientReportOf({ ...known, client: { ...client, readable: ['evidence'] } });
    expect(report).toMatchObject({ figures: null, finished: null, due: null });
    expect(report.closedAreas).toEqual([
      '企业信息',
      '标准明细',
      '标准体系',
      '自我评价与申请条件',
      '台账',
      '整改',
      '申请材料',
    ]);
  });

  it('tells of actions as of the day on which it is made', () => {
    const due = [
      { title: '昨天', owner: '', on: '2026-11-29' },
      { title: '今天', owner: '', on: '2026-11-30' },
      { title: '没有期限', owner: '', on: null },
    ];
    const report = clientReportOf({ ...known, due });
    expect(report.due?.map(({ isOverdue }) => isOverdue)).toEqual([true, false, false]);
  });

  it('leaves out figures that are known only of today where the month is over', () => {
    const parts = { system: { completeness: 60, missing: 3 } };
    const names = (day: string) =>
      clientReportOf({ ...known, day, client: { ...client, parts } }).figures?.map(
        ({ name }) => name,
      );
    expect(names('2026-11-30')).toContain('体系完整率');
    expect(names('2026-12-01')).not.toContain('体系完整率');
  });

  it('names at most five people of a kind of work, and how many there are', () => {
    const people = ['甲', '乙', '丙', '丁', '戊', '己'];
    const done = [{ kind: 'evidence' as const, count: 9, examples: [], people }];
    expect(clientReportOf({ ...known, done }).moved[0]?.people).toEqual([
      ...people.slice(0, 5),
      '等 6 人',
    ]);
  });
});
