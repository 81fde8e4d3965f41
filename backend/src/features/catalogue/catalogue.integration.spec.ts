import { printedNumber } from '@liangxing/standard-number';
import { DataSource } from 'typeorm';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dataSourceOptions } from '../../kernel/database/data-source';
import { PlatformDatabase } from '../../kernel/database/platform-database';
import { TestApp, type TestOrganization } from '../../testing/test-app';
import { REGISTER_CHANGED } from '../standards';
import type { StandardDto, StandardsPageDto } from '../standards/dto/standard.dto';
import type { CatalogueEntryDto, CataloguePageDto } from './dto/catalogue.dto';
import type {
  CurrencyReportDto,
  CurrencyRowDto,
  ReplacedStandardsDto,
  ReplacementDto,
} from './dto/currency.dto';
import { importCatalogue } from './import/import-file';
import { SEND_CURRENCY_NOTICE } from './use-cases/send-currency-notice';
import { CheckCurrency } from './use-cases/check-currency';
import { SEND_CATALOGUE_FEEDBACK } from './use-cases/give-feedback';

let app: TestApp;
let enterprise: TestOrganization;

const CATALOGUE = `标准号,标准名称,发布日期,实施日期,废止日期,状态,被代替
GB/T 19273-2003,企业标准体系 评价与改进,2003-09-15,2003-10-01,2018-07-01,,GB/T 19273-2017
GB/T 19273-2017,企业标准化工作 评价与改进,2017-12-29,2018-07-01,,现行,
GB/T 100-2001,被拆分的标准,2001-01-01,2001-06-01,2011-01-01,,GB/T 100.1-2010、GB/T 100.2-2010（部分）
GB/T 100.1-2010,拆分 第1部分,2010-01-01,2011-01-01,,,
GB/T 100.2-2010,拆分 第2部分,2010-01-01,2011-01-01,,,
GB/T 200-2001,只有状态的标准,,,,现行,
GB/T 201-2001,没有状态的标准,,,,,
GB/T 202-2001,没有后继的标准,,,,废止,
GB/T 203-2001,旧版,,,,有更新版,
GB/T 203-2020,新版,2020-01-01,2020-06-01,,,
GB/T 204-2099,以后的标准,2026-01-01,2099-01-01,,,
GB/T 205-2001,快要废止的标准,2001-01-01,2001-06-01,2098-01-01,,
GB/T 206-2001,由无名标准代替,2001-01-01,2001-06-01,2011-01-01,,GB/T 206-2010
GB/T 206-2010,,,,,,
GB/T 207-2001,早该实施的标准,,,,即将实施,
20242277-T-604,包装计划,,,,正在起草,`;

beforeAll(async () => {
  app = await TestApp.start({ CATALOGUE_MAINTAINERS: 'catalogue@example.com' });
  const options = { databaseUrl: app.database.urlOf('migrator'), databasePoolSize: 1 };
  const migrator = new DataSource(dataSourceOptions({ ...options, program: 'migrate' }));
  await migrator.initialize();
  await importCatalogue(new PlatformDatabase(migrator), {
    bytes: Buffer.from(CATALOGUE),
    source: '测试目录',
    checkedOn: '2026-04-30',
  });
  await migrator.destroy();
});
afterAll(() => app.stop());
beforeEach(async () => {
  enterprise = await app.organization();
});

const add = async (number: string, title = '名称', more: object = {}): Promise<StandardDto> =>
  (
    await enterprise.api.post<StandardDto>(`${enterprise.path}/standards`, {
      number,
      title,
      ...more,
    })
  ).body;
const report = async (query = ''): Promise<CurrencyReportDto> =>
  (await enterprise.api.get<CurrencyReportDto>(`${enterprise.path}/currency${query}`)).body;
const rowOf = async (number: string): Promise<CurrencyRowDto | undefined> =>
  (await report()).rows.find((row) => row.number === printedNumber(number));
const registered = async (): Promise<readonly StandardDto[]> =>
  (await enterprise.api.get<StandardsPageDto>(`${enterprise.path}/standards?limit=100`)).body.rows;
const replace = (row: CurrencyRowDto, identity: string) =>
  enterprise.api.post<ReplacedStandardsDto & { code?: string }>(
    `${enterprise.path}/currency/replacements`,
    { standardId: row.id, version: row.version, identity },
  );
const search = async (query: string): Promise<string[]> =>
  (
    await enterprise.api.get<CataloguePageDto>(`${enterprise.path}/catalogue?${query}`)
  ).body.rows.map(({ number }) => number);
const mails = async (): Promise<string[]> => {
  const outbox = join(app.config.dataDir, 'outbox');
  const names = await readdir(outbox).catch(() => []);
  return Promise.all(names.map((name) => readFile(join(outbox, name), 'utf8')));
};

describe('a currency check', () => {
  it.each([
    ['GB/T 19273—2003', 'replaced', 'dates'],
    ['GB/T 19273-2017', 'current', 'dates'],
    ['GB/T 200-2001', 'current', 'claim'],
    ['GB/T 201-2001', 'unknown', 'none'],
    ['GB/T 202-2001', 'withdrawn', 'claim'],
    ['GB/T 203-2001', 'unknown', 'none'],
    ['GB/T 204-2099', 'upcoming', 'dates'],
    ['GB/T 205-2001', 'ending', 'dates'],
    ['GB/T 207-2001', 'unknown', 'claim'],
    ['GB/T 999-2001', 'unknown', 'none'],
  ])('says of %s: %s by %s', async (number, status, basis) => {
    await add(number);
    expect(await rowOf(number)).toMatchObject({ status, basis });
  });

  it('says of 即将实施 without a day, long after its issue, that it is to be looked up', async () => {
    await add('GB/T 207-2001');
    const claim = { statusClaimed: 'upcoming', statusCheckedOn: '2026-04-30' };
    const own = await add('GB/T 998-2001', '企业自记', claim);
    const fresh = await add('GB/T 997-2099', '还没有到', { ...claim, issuedOn: '2099-01-01' });
    expect(await rowOf('GB/T 207-2001')).toMatchObject({ isDue: true, source: '测试目录' });
    expect(await rowOf('GB/T 998-2001')).toMatchObject({
      ...{ isDue: true, status: 'unknown', basis: 'register', checkedOn: '2026-04-30' },
    });
    expect(await rowOf('GB/T 997-2099')).toMatchObject({ isDue: false, status: 'upcoming' });
    expect([own.status, fresh.status]).toEqual(['unknown', 'upcoming']);
    expect(await search('q=GB/T 207&status=unknown')).toEqual(['GB/T 207-2001']);
    expect(await search('q=GB/T 207&status=upcoming')).toEqual([]);
    expect(await search('q=GB/T 207&status=current')).toEqual([]);
  });

  it('names source and day of check, and the end that is still to come', async () => {
    await add('GB/T 205-2001');
    expect(await rowOf('GB/T 205-2001')).toMatchObject({
      source: '测试目录',
      checkedOn: '2026-04-30',
      endsOn: '2098-01-01',
    });
  });

  it('takes an undated reference for the latest edition', async () => {
    await add('GB/T 203');
    expect(await rowOf('GB/T 203')).toMatchObject({
      status: 'current',
      resolvedNumber: 'GB/T 203-2020',
      candidates: [],
    });
  });

  it('believes the dates of the own standards and the own word that one is out of force', async () => {
    await add('Q/ABC 001-2024', '自有', { inForceOn: '2024-02-01' });
    await add('GB/T 200-2001', '名称', { statusClaimed: 'withdrawn' });
    expect(await rowOf('Q/ABC 001-2024')).toMatchObject({ status: 'current', basis: 'register' });
    expect(await rowOf('GB/T 200-2001')).toMatchObject({ status: 'withdrawn', basis: 'register' });
  });

  it('filters by state and text and counts them all', async () => {
    await add('GB/T 200-2001', '甲');
    await add('GB/T 201-2001', '乙');
    expect(await report('?status=unknown')).toMatchObject({
      total: 1,
      counts: { current: 1, unknown: 1 },
    });
    expect((await report(`?q=${encodeURIComponent('甲')}`)).rows).toHaveLength(1);
  });

  it('gives the register its status until the number changes', async () => {
    const standard = await add('GB/T 200-2001');
    expect((await registered())[0]?.status).toBe('unknown');
    const checks = `${enterprise.path}/currency/checks`;
    expect((await enterprise.api.post(checks, {})).body).toEqual({ changes: 1 });
    expect((await enterprise.api.post(checks, {})).body).toEqual({ changes: 0 });
    expect((await registered())[0]).toMatchObject({ status: 'current', version: 1 });
    await enterprise.api.patch(
      `${enterprise.path}/standards/${standard.id}`,
      { number: 'GB/T 999-2001' },
      { ifMatch: 1 },
    );
    expect((await registered())[0]?.status).toBe('unknown');
  });
});

describe('a replacement', () => {
  it('keeps the row, logs what stood there, and is undone', async () => {
    const before = await add('GB/T 19273-2003', '旧名', {
      systemCode: 'G01',
      department: '标准化办',
    });
    const row = (await report()).rows[0] as CurrencyRowDto;
    expect(row.isPlain).toBe(true);
    const { status, body } = await replace(row, 'GB/T 19273-2017');
    expect(status).toBe(200);
    expect(body.replaced).toMatchObject([{ oldNumber: 'GB/T 19273-2003' }]);
    expect(await registered()).toMatchObject([
      {
        id: before.id,
        number: 'GB/T 19273-2017',
        title: '企业标准化工作 评价与改进',
        inForceOn: '2018-07-01',
        replacesNumber: 'GB/T 19273-2003',
        systemCode: 'G01',
        department: '标准化办',
        status: 'current',
      },
    ]);
    const log = `${enterprise.path}/currency/replacements`;
    const [entry] = (await enterprise.api.get<ReplacementDto[]>(log)).body;
    expect(entry).toMatchObject({ oldTitle: '旧名', replacedByName: '王芳', undoneAt: null });
    const undo = () => enterprise.api.post(`${log}/${entry?.id ?? ''}/undo`, {});
    expect((await undo()).body).toMatchObject({ undoneByName: '王芳' });
    expect((await undo()).status).toBe(200);
    const [after] = await registered();
    expect(after).toMatchObject({ number: before.number, title: '旧名', replacesNumber: '' });
  });

  it('is not undone over a later change', async () => {
    await add('GB/T 19273-2003');
    const row = (await report()).rows[0] as CurrencyRowDto;
    const { body } = await replace(row, 'GB/T 19273-2017');
    const [now] = await registered();
    await enterprise.api.patch(
      `${enterprise.path}/standards/${row.id}`,
      { note: '改过' },
      { ifMatch: now?.version ?? 0 },
    );
    const undo = `${enterprise.path}/currency/replacements/${body.replaced[0]?.id ?? ''}/undo`;
    const answer = await enterprise.api.post<{ code: string }>(undo, {});
    expect(answer.body.code).toBe('replacement_changed_since');
    expect((await registered())[0]?.note).toBe('改过');
  });

  it('asks which where a standard was split, and takes nothing that was not offered', async () => {
    await add('GB/T 100-2001');
    const row = (await report()).rows[0] as CurrencyRowDto;
    expect(row.isPlain).toBe(false);
    expect(row.candidates).toMatchObject([
      { identity: 'GB/T 100.1-2010', isPartial: false },
      { identity: 'GB/T 100.2-2010', isPartial: true },
    ]);
    expect((await replace(row, 'GB/T 19273-2017')).body.code).toBe('replacement_unknown');
    expect((await replace({ ...row, version: 7 }, 'GB/T 100.1-2010')).status).toBe(409);
    expect((await replace(row, 'GB/T 100.1-2010')).status).toBe(200);
  });

  it('keeps the title where the catalogue knows nothing but the number of the new one', async () => {
    await add('GB/T 206-2001', '旧名');
    const row = (await report()).rows[0] as CurrencyRowDto;
    expect(row.isPlain).toBe(false);
    expect((await replace(row, 'GB/T 206-2010')).status).toBe(200);
    expect(await registered()).toMatchObject([
      { number: 'GB/T 206-2010', title: '旧名', inForceOn: null, status: 'unknown' },
    ]);
  });

  it('offers a newer edition without calling it a replacement', async () => {
    await add('GB/T 203-2001');
    expect(await rowOf('GB/T 203-2001')).toMatchObject({
      isPlain: false,
      candidates: [{ identity: 'GB/T 203-2020', isTold: false }],
    });
  });

  it('of all replaces what leaves no choice, and never makes a double', async () => {
    for (const number of ['GB/T 19273-2003', 'GB/T 100-2001', 'GB/T 202-2001', 'GB/T 200-2001'])
      await add(number);
    const all = () =>
      enterprise.api.post<ReplacedStandardsDto>(`${enterprise.path}/currency/replacements/all`, {});
    expect((await all()).body).toMatchObject({
      replaced: [{ newNumber: 'GB/T 19273-2017' }],
      left: 2,
    });
    await add('GB/T 19273-2003');
    expect((await all()).body.replaced).toEqual([]);
    const row = (await rowOf('GB/T 19273-2003')) as CurrencyRowDto;
    expect((await replace(row, 'GB/T 19273-2017')).body.code).toBe('replacement_listed');
  });

  it('belongs to who may write', async () => {
    await add('GB/T 19273-2003');
    const viewer = await app.member(enterprise.organizationId, 'viewer');
    const path = `${enterprise.path}/currency`;
    expect((await viewer.api.get(path)).status).toBe(200);
    expect((await viewer.api.post(`${path}/replacements/all`, {})).status).toBe(403);
    expect((await viewer.api.post(`${path}/checks`, {})).status).toBe(403);
  });
});

describe('the daily check', () => {
  it('mails each owner and editor who wants it once, however often it runs', async () => {
    await add('GB/T 19273-2003');
    const editor = await app.member(enterprise.organizationId, 'editor');
    const silent = await app.member(enterprise.organizationId, 'editor');
    const viewer = await app.member(enterprise.organizationId, 'viewer');
    await silent.api.put(`${enterprise.path}/currency/notices`, { wantsMail: false });
    const worker = await app.jobs();
    const check = () =>
      worker
        .get(CheckCurrency, { strict: false })
        .execute({ ...enterprise.context, userId: '', userName: 'system' }, new Date(), true);
    expect((await check()).changes).toMatchObject([{ from: null, to: 'replaced' }]);
    expect((await check()).changes).toEqual([]);
    expect(await app.runJobs(SEND_CURRENCY_NOTICE)).toBe(1);
    const told = (await mails()).filter((mail) => mail.includes('Subject'));
    const count = (email: string) => told.filter((mail) => mail.includes(`To: ${email}`)).length;
    expect([enterprise, editor, silent, viewer].map(({ email }) => count(email))).toEqual([
      1, 1, 0, 0,
    ]);
  });

  it('tells no one that nothing is out of force', async () => {
    await add('GB/T 200-2001');
    const worker = await app.jobs();
    const checking = worker.get(CheckCurrency, { strict: false });
    await checking.execute(enterprise.context, new Date(), true);
    expect(await app.runJobs(SEND_CURRENCY_NOTICE)).toBe(0);
  });

  it('follows an addition by itself, mails nobody, and leaves nothing to the next time', async () => {
    await add('GB/T 19273-2003');
    expect(await app.runJobs(REGISTER_CHANGED)).toBeGreaterThan(0);
    const { body } = await enterprise.api.get<{ standards: { expired: number } }>(
      `${enterprise.path}/overview`,
    );
    expect(body.standards.expired).toBe(1);
    expect(await app.runJobs(SEND_CURRENCY_NOTICE)).toBe(0);
  });

  it('counts what is out of force among the next steps', async () => {
    await add('GB/T 19273-2003');
    await enterprise.api.post(`${enterprise.path}/currency/checks`, {});
    const { body } = await enterprise.api.get<{ standards: { expired: number } }>(
      `${enterprise.path}/overview`,
    );
    expect(body.standards.expired).toBe(1);
  });
});

describe('the catalogue', () => {
  it('is searched by the beginning of a number in any spelling, with and without its code', async () => {
    expect(await search('q=gbt19273')).toEqual(['GB/T 19273-2003', 'GB/T 19273-2017']);
    expect(await search('q=19273')).toHaveLength(2);
    expect(await search(`q=${encodeURIComponent('ＧＢ／Ｔ 19273—2017')}`)).toEqual([
      'GB/T 19273-2017',
    ]);
  });

  it('is searched by words of a title, all of which must occur', async () => {
    expect(await search(`q=${encodeURIComponent('标准体系')}`)).toEqual(['GB/T 19273-2003']);
    expect(await search(`q=${encodeURIComponent('改进 企业')}`)).toHaveLength(2);
    expect(await search(`q=${encodeURIComponent('进改')}`)).toEqual([]);
    expect(await search(`q=${encodeURIComponent('%')}`)).not.toEqual([]);
  });

  it.each(['upcoming', 'current', 'ending', 'replaced', 'withdrawn', 'unknown'])(
    'finds exactly the standards that are %s',
    async (status) => {
      const all = await enterprise.api.get<CataloguePageDto>(
        `${enterprise.path}/catalogue?limit=200`,
      );
      const expected = all.body.rows
        .filter((row) => row.status === status)
        .map((row) => row.number);
      expect(expected.length).toBeGreaterThan(0);
      expect(await search(`limit=200&status=${status}`)).toEqual(expected);
    },
  );

  it('keeps plans apart', async () => {
    expect(await search(`q=${encodeURIComponent('包装')}`)).toEqual([]);
    expect(await search(`plans=true&q=${encodeURIComponent('包装')}`)).toEqual(['20242277-T-604']);
  });

  it('passes a remark on to its maintainers once', async () => {
    const path = `${enterprise.path}/catalogue`;
    const { body } = await enterprise.api.get<CataloguePageDto>(`${path}?q=GB/T 202`);
    const entry = body.rows[0] as CatalogueEntryDto;
    const feedback = `${path}/${entry.id}/feedback`;
    const remark = { message: '已有代替标准', source: '2024 年第 1 号公告' };
    expect((await enterprise.api.post(feedback, remark)).status).toBe(201);
    expect((await enterprise.api.post(feedback, { message: ' ' })).status).toBe(422);
    expect((await enterprise.api.post(`${path}/999999999/feedback`, remark)).status).toBe(404);
    expect(await app.runJobs(SEND_CATALOGUE_FEEDBACK)).toBe(1);
    const sent = (await mails()).filter((mail) => mail.includes('To: catalogue@example.com'));
    expect(sent).toHaveLength(1);
    const [stored] = await app.database.superuser<{ organization_id: string; user_id: string }>(
      'SELECT organization_id, user_id FROM catalogue_feedback',
    );
    expect(stored).toEqual({
      organization_id: enterprise.organizationId,
      user_id: enterprise.userId,
    });
  });
});

describe('the wall', () => {
  it('stands around the report, the log and the remarks', async () => {
    await add('GB/T 19273-2003');
    await replace((await report()).rows[0] as CurrencyRowDto, 'GB/T 19273-2017');
    const stranger = await app.organization('别的企业');
    expect((await stranger.api.get(`${enterprise.path}/currency`)).status).toBe(404);
    const own = `${stranger.path}/currency`;
    expect((await stranger.api.get<CurrencyReportDto>(own)).body.total).toBe(0);
    expect((await stranger.api.get<ReplacementDto[]>(`${own}/replacements`)).body).toEqual([]);
    const log = `${enterprise.path}/currency/replacements`;
    const [entry] = (await enterprise.api.get<ReplacementDto[]>(log)).body;
    const undo = `${own}/replacements/${entry?.id ?? ''}/undo`;
    expect((await stranger.api.post(undo, {})).status).toBe(404);
  });
});
