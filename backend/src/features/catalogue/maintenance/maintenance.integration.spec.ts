import { TestApp, type TestOrganization } from '../../../testing/test-app';
import { until } from '../../../testing/until';
import type { CatalogueEntryDto, CataloguePageDto } from '../dto/catalogue.dto';
import type { CatalogueFeedbackDto, CatalogueImportDto } from '../dto/maintenance.dto';
import { IMPORT_CATALOGUE } from '../use-cases/bring-in-catalogue';
import { ImportUpload } from '../use-cases/import-upload';

let app: TestApp;
let maintainer: TestOrganization;
let enterprise: TestOrganization;
const setting: Record<string, string> = { CATALOGUE_MAINTAINERS: 'keeper@example.com' };

interface Refusal {
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly errors?: readonly { readonly path: string }[];
}

beforeAll(async () => {
  app = await TestApp.start(setting);
  maintainer = await app.organization('标准目录编辑部');
  enterprise = await app.organization('某企业');
  await app.database.superuser('UPDATE users SET email = $1 WHERE id = $2', [
    'keeper@example.com',
    maintainer.userId,
  ]);
});
afterAll(() => app.stop());

const root = '/api/catalogue-maintenance';
const HEAD = '标准号,标准名称,发布日期,实施日期,废止日期,状态,被代替,备注';
const upload = <Body = CatalogueImportDto>(
  lines: readonly string[],
  who = maintainer,
  told = 'source=公告&checkedOn=2026-05-01',
) => {
  const form = new FormData();
  form.append('file', new Blob([lines.join('\n')]), '公告.csv');
  return who.api.post<Body>(`${root}/imports?${encodeURI(told)}`, form);
};
const numbers = async (q: string): Promise<string[]> =>
  (
    await enterprise.api.get<CataloguePageDto>(
      `${enterprise.path}/catalogue?q=${encodeURIComponent(q)}`,
    )
  ).body.rows.map(({ number }) => number);

describe('a maintainer', () => {
  it('sees what a file would do, and nothing of it is in the catalogue', async () => {
    const { status, body } = await upload([
      HEAD,
      'GB/T 5001-2020,甲,2020-01-01,2020-07-01,,现行,,x',
      'GB/T 5002-2020,乙,2020-02-30,2020-07-01,,现行,,x',
      'GB/T 5003-2020,丙,2020-07-01,2020-01-01,,现行,,x',
    ]);
    expect(status).toBe(201);
    expect(body).toMatchObject({ state: 'preview', rows: 1, inserted: 1, changed: 0, refused: 2 });
    expect(body.problems).toEqual([
      { rowNumber: 3, code: 'date_impossible', text: '2020-02-30' },
      { rowNumber: 4, code: 'dates_impossible', text: '2020-07-01 → 2020-01-01' },
    ]);
    expect(body.columns[0]).toEqual({ name: 'number', header: '标准号' });
    expect(body.unread).toEqual(['备注']);
    expect(body.sample).toEqual([['GB/T 5001-2020', '甲', '2020-01-01', '2020-07-01', '', '现行']]);
    expect(await numbers('GB/T 5001')).toEqual([]);
  });

  it('starts the import, which the worker does once; the same file again changes nothing', async () => {
    const lines = [HEAD, 'GB/T 6001-2020,甲,2020-01-01,2020-07-01,,现行,,', ',没有号,,,,,,'];
    const { body } = await upload(lines);
    const started = await maintainer.api.post(`${root}/imports/${body.id}/start`, {});
    expect(started.status).toBe(202);
    const again = await maintainer.api.post<Refusal>(`${root}/imports/${body.id}/start`, {});
    expect(again).toMatchObject({ status: 409, body: { code: 'catalogue_import_begun' } });
    expect(await app.runJobs(IMPORT_CATALOGUE)).toBe(1);
    expect(await numbers('GB/T 6001')).toEqual(['GB/T 6001-2020']);
    const { body: done } = await maintainer.api.get<CatalogueImportDto>(
      `${root}/imports/${body.id}`,
    );
    expect(done).toMatchObject({ state: 'done', inserted: 1, refused: 1, rowsDone: 1 });
    expect((await upload(lines)).body).toMatchObject({ inserted: 0, changed: 0, unchanged: 1 });
    const { body: list } = await maintainer.api.get<CatalogueImportDto[]>(`${root}/imports`);
    expect(list.map(({ id, state }) => [id, state])).toEqual([[body.id, 'done']]);
  });

  it('finds in the trail that an import was given up, once, and that a later one went well', async () => {
    const { body } = await upload([HEAD, 'GB/T 6101-2020,甲,2020-01-01,2020-07-01,,现行,,']);
    await maintainer.api.post(`${root}/imports/${body.id}/start`, {});
    const handler = (await app.jobs()).get(ImportUpload, { strict: false });
    const job = { uploadId: body.id, context: maintainer.context };
    await handler.giveUp(job);
    await handler.giveUp(job);
    const { body: failed } = await maintainer.api.get<CatalogueImportDto>(
      `${root}/imports/${body.id}`,
    );
    expect(failed.state).toBe('failed');
    const told = () =>
      app.database.superuser<{ action: string; by: string }>(
        `SELECT action, actor_name AS by FROM platform_events WHERE subject_id = $1 ORDER BY id`,
        [body.id],
      );
    const actions = async () => (await told()).map(({ action }) => action);
    const before = [
      'catalogue.import_previewed',
      'catalogue.import_started',
      'catalogue.import_failed',
    ];
    expect(await actions()).toEqual(before);
    expect((await told()).at(-1)?.by).toBe(maintainer.context.userName);
    await maintainer.api.post(`${root}/imports/${body.id}/start`, {});
    await app.runJobs(IMPORT_CATALOGUE);
    // Too late: what is done stays done.
    await handler.giveUp(job);
    expect(await actions()).toEqual([...before, 'catalogue.import_started', 'catalogue.imported']);
  });

  it('throws a preview away', async () => {
    const { body } = await upload([HEAD, 'GB/T 7001-2020,甲,,,,,,']);
    const path = `${root}/imports/${body.id}`;
    expect((await maintainer.api.delete(path)).status).toBe(204);
    expect((await maintainer.api.get(path)).status).toBe(404);
  });

  it('is told what is wrong with a file or with what was said about it', async () => {
    const refusal = async (lines: readonly string[], told?: string) =>
      (await upload<Refusal>(lines, maintainer, told)).body;
    expect((await refusal(['名称,备注', '甲,乙'])).code).toBe('catalogue_number_column_missing');
    const row = [HEAD, 'GB/T 1-2020,甲,,,,,,'];
    const ahead = await refusal(row, 'source=公告&checkedOn=2999-01-01');
    expect(ahead.errors).toMatchObject([{ path: 'checkedOn' }]);
    const nameless = await refusal(row, 'source= &checkedOn=2026-02-30');
    expect(nameless.errors?.map(({ path }) => path)).toEqual(['source', 'checkedOn']);
  });

  it('is named as one in the session, and nobody else is', async () => {
    const session = async ({ api }: TestOrganization) =>
      (await api.get<{ user: { isCatalogueMaintainer: boolean } }>('/api/sessions/current')).body;
    expect((await session(maintainer)).user.isCatalogueMaintainer).toBe(true);
    expect((await session(enterprise)).user.isCatalogueMaintainer).toBe(false);
  });
});

describe('anybody else', () => {
  it('is refused everything with a reason, the owner of an organization too', async () => {
    const { body } = await upload([HEAD, 'GB/T 8001-2020,甲,,,,,,']);
    const { api } = enterprise;
    const path = `${root}/imports/${body.id}`;
    const answers = [
      await upload<Refusal>([HEAD, 'GB/T 8002-2020,甲,,,,,,'], enterprise),
      await api.get<Refusal>(`${root}/imports`),
      await api.get<Refusal>(path),
      await api.post<Refusal>(`${path}/start`, {}),
      await api.delete<Refusal>(path),
      await api.get<Refusal>(`${root}/feedback`),
      await api.put<Refusal>(`${root}/feedback/${body.id}/answer`, { state: 'accepted' }),
    ];
    for (const { status, body: refusal } of answers)
      expect({ status, code: refusal.code }).toEqual({
        status: 403,
        code: 'not_catalogue_maintainer',
      });
    expect(answers[0]?.body.title).toContain('维护者');
    expect((await app.visitor().get(`${root}/imports`)).status).toBe(401);
  });
});

describe('a remark', () => {
  it('reaches the maintainers, and its answer the one who gave it and no stranger', async () => {
    const { body } = await upload([HEAD, 'GB/T 9001-2020,甲,,,,,,']);
    await maintainer.api.post(`${root}/imports/${body.id}/start`, {});
    await app.runJobs(IMPORT_CATALOGUE);
    const page = await enterprise.api.get<CataloguePageDto>(
      `${enterprise.path}/catalogue?q=GB/T 9001`,
    );
    const entry = page.body.rows[0] as CatalogueEntryDto;
    const own = `${enterprise.path}/catalogue/feedback`;
    await enterprise.api.post(`${enterprise.path}/catalogue/${entry.id}/feedback`, {
      message: '已废止',
      source: '2026 年第 3 号公告',
    });
    const received = await maintainer.api.get<CatalogueFeedbackDto[]>(`${root}/feedback`);
    expect(received.body).toMatchObject([
      { number: 'GB/T 9001-2020', state: 'open', organizationName: '某企业', answer: '' },
    ]);
    const path = `${root}/feedback/${received.body[0]?.id ?? ''}/answer`;
    const bare = await maintainer.api.put<Refusal>(path, { state: 'declined' });
    expect(bare.body.errors).toMatchObject([{ path: 'answer' }]);
    await maintainer.api.put(path, { state: 'declined', answer: '公告未提到这项标准' });
    expect((await enterprise.api.get<CatalogueFeedbackDto[]>(own)).body).toMatchObject([
      {
        state: 'declined',
        answer: '公告未提到这项标准',
        answeredByName: maintainer.context.userName,
      },
    ]);
    const stranger = await app.organization('别的企业');
    const strange = await stranger.api.get<CatalogueFeedbackDto[]>(
      `${stranger.path}/catalogue/feedback`,
    );
    expect(strange.body).toEqual([]);
  });
});

describe('where mail goes out', () => {
  it('whoever registers with a named address keeps the catalogue only once it is proven to be theirs', async () => {
    const mailing = await TestApp.start({ ...setting, CONFIRM_SENDERS: 'on' });
    try {
      const person = await mailing.organization();
      const set = (sql: string) =>
        mailing.database.superuser(`UPDATE users SET ${sql} WHERE id = $1`, [person.userId]);
      await set(`email = 'keeper@example.com', email_confirmed_at = NULL`);
      expect(await person.api.get(`${root}/imports`)).toMatchObject({
        status: 403,
        body: { code: 'not_catalogue_maintainer' },
      });
      await set('email_confirmed_at = now()');
      // The server hears of it from the database.
      await until(
        async () => (await person.api.get(`${root}/imports`)).status === 200,
        'the confirmed address counts',
      );
    } finally {
      await mailing.stop();
    }
  });
});
