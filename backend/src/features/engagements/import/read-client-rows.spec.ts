import {
  AREAS,
  creditCodeCheckCharacter,
  latestLastDay,
  usualLastDay,
  type Area,
} from '@liangxing/contracts';
import type { Spreadsheet } from '@liangxing/spreadsheet';
import { readSpreadsheet } from '@liangxing/spreadsheet/read';
import fc from 'fast-check';
import { sheetOf, workbookOf } from '../../../testing/files-of-people';
import { CLIENT_COLUMNS, type ClientField } from './client-columns';
import { writeClientTemplate } from './clients.task';
import { areasOf, readClientSheets } from './read-client-rows';

const today = '2026-11-30';
const csv = (...lines: readonly string[]): Promise<Spreadsheet> =>
  readSpreadsheet(Buffer.from(lines.join('\n')));
const rowsOf = async (...lines: readonly string[]) =>
  readClientSheets(await csv(...lines), today).rows;

describe('a workbook of clients', () => {
  it('is read under the usual heads, whatever their order and whatever stands above them', async () => {
    const file = readClientSheets(
      await csv(
        '2027 年客户名单,,,,,,,,',
        '序号,负责顾问,邮箱,备注,单位名称,截止日期,信用代码,电话,开始',
        '1,王芳、liu@example.cn,LI@Example.cn,创建 AAAA,苏州试验机械有限公司,2027/6/30,9132 0505 0000 LJDT 79,0512,2027年1月1日',
      ),
      today,
    );
    expect(file).toMatchObject({ hasAddresses: true, count: 1, ignored: ['序号', '电话'] });
    expect(file.rows[0]).toEqual({
      ...{ rowNumber: 3, name: '苏州试验机械有限公司', creditCode: '913205050000LJDT79' },
      ...{ email: 'li@example.cn', note: '创建 AAAA', people: ['王芳', 'liu@example.cn'] },
      ...{ readable: AREAS, writable: AREAS, from: '2027-01-01', until: '2027-06-30' },
      problems: [],
    });
  });

  it('begins today and lasts a year where it does not say', async () => {
    const [row] = await rowsOf('企业名称,所有者邮箱', '苏州甲,a@example.cn');
    expect(row).toMatchObject({ from: today, until: usualLastDay(today), creditCode: '' });
  });

  it('without a column of addresses has no rows', async () => {
    expect(readClientSheets(await csv('企业名称,电话', '苏州甲,1'), today)).toMatchObject({
      ...{ hasAddresses: false, count: 0, rows: [] },
    });
  });

  it('says of each row everything that is wrong in it', async () => {
    const rows = await rowsOf(
      '企业名称,统一社会信用代码,所有者邮箱,开放内容,开始日期,结束日期',
      '苏州甲,913205050000LJDT78,a@example.cn,全部,,',
      '苏州乙,123,,标准明细,,',
      '苏州丙,,c@example.cn,财务,以后,2020-01-01',
      '苏州丁,,A@example.cn,,2026-12-01,2026-11-30',
      '苏州戊,,王芳,,2027-01-01,2031-01-01',
      ',,f@example.cn,,,',
    );
    expect(rows.map(({ problems }) => problems)).toEqual([
      ['credit_code_check_digit'],
      ['credit_code_length', 'email_missing'],
      ['area_unknown', 'from_unread'],
      ['email_twice', 'before_start'],
      ['email_invalid', 'engagement_too_long'],
      ['name_missing'],
    ]);
  });

  it('takes every code with its check digit and no other one', () => {
    const alphabet = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...alphabet), { minLength: 17, maxLength: 17 }),
        fc.constantFrom(...alphabet),
        (leading, last) => {
          const head = leading.join('');
          const sheet = tableOf(['creditCode', 'email'], [`${head}${last}`, 'a@example.cn']);
          const problems = readClientSheets(sheet, today).rows[0]?.problems ?? [];
          const isRight = creditCodeCheckCharacter(head) === last;
          expect(problems.includes('credit_code_check_digit')).toBe(!isRight);
        },
      ),
    );
  });

  it('means the same in any order of its columns', () => {
    const values: Readonly<Record<ClientField, string>> = {
      ...{ name: '苏州甲', creditCode: '913205050000LJDT79', email: 'a@example.cn' },
      ...{ areas: '台账（只读）、整改', from: '2027-01-01', until: '2027-12-31' },
      ...{ note: '创建', people: '王芳' },
    };
    const fields = Object.keys(CLIENT_COLUMNS) as ClientField[];
    const read = (order: readonly ClientField[]) =>
      readClientSheets(
        tableOf(
          order,
          order.map((field) => values[field]),
        ),
        today,
      ).rows;
    const expected = read(fields);
    expect(expected[0]?.problems).toEqual([]);
    fc.assert(
      fc.property(fc.shuffledSubarray(fields, { minLength: fields.length }), (order) => {
        expect(read(order)).toEqual(expected);
      }),
    );
  });

  it('is never taken with days that no engagement can have', () => {
    const day = fc
      .date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
      .map((at) => at.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, day, (from, until) => {
        const sheet = tableOf(
          ['name', 'email', 'from', 'until'],
          ['苏州甲', 'a@b.cn', from, until],
        );
        const isGood = readClientSheets(sheet, today).rows[0]?.problems.length === 0;
        expect(isGood).toBe(until >= today && until >= from && until <= latestLastDay(from));
      }),
    );
  });

  it('opens exactly what is named, for writing unless it is marked', () => {
    const marked = fc.record({ area: fc.constantFrom(...AREAS), isRead: fc.boolean() });
    fc.assert(
      fc.property(
        fc.uniqueArray(marked, { minLength: 1, selector: ({ area }) => area }),
        (named) => {
          const text = named
            .map(({ area, isRead }) => (isRead ? `${area}（只读）` : area))
            .join('、');
          const areas = (only: (isRead: boolean) => boolean): Area[] =>
            AREAS.filter((area) => named.some((one) => one.area === area && only(one.isRead)));
          expect(areasOf(text)).toEqual({
            readable: areas(() => true),
            writable: areas((isRead) => !isRead),
          });
        },
      ),
    );
    expect(areasOf('全部')).toEqual({ readable: AREAS, writable: AREAS });
    expect(areasOf('标准明细、财务')).toBeNull();
  });

  it.each(['zh', 'en'] as const)('has a template whose heads are known: %s', async (side) => {
    const template = await readSpreadsheet(Buffer.from(await writeClientTemplate({ side })));
    expect(readClientSheets(template, today)).toEqual({
      ...{ hasAddresses: true, count: 0, rows: [], ignored: [] },
    });
  });
});

function tableOf(order: readonly ClientField[], cells: readonly string[]): Spreadsheet {
  const heads = order.map((field) => CLIENT_COLUMNS[field].label.zh);
  return workbookOf(sheetOf([heads, cells]));
}
