import { TestApp, type TestOrganization } from '../../testing/test-app';
import type { StandardDto } from '../standards/dto/standard.dto';
import type { CurrencyReportDto } from './dto/currency.dto';
import type {
  StandardVerificationDto,
  UndoneVerificationsDto,
  VerifiedStandardsDto,
} from './dto/verification.dto';

type Answer = VerifiedStandardsDto & { readonly code: string };

let app: TestApp;
let enterprise: TestOrganization;

beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.stop());
beforeEach(async () => {
  enterprise = await app.organization();
});

const add = async (number: string, title = '名称'): Promise<StandardDto> =>
  (await enterprise.api.post<StandardDto>(`${enterprise.path}/standards`, { number, title })).body;
const report = async (query = ''): Promise<CurrencyReportDto> =>
  (await enterprise.api.get<CurrencyReportDto>(`${enterprise.path}/currency${query}`)).body;
const found = { result: 'current', checkedOn: '2026-01-05', source: '全国标准信息公共服务平台' };
const verify = (standards: readonly { id: string; version: number }[], more: object = {}) => {
  const seen = standards.map(({ id, version }) => ({ id, version }));
  const body = { standards: seen, ...found, ...more };
  return enterprise.api.post<Answer>(`${enterprise.path}/currency/verifications`, body);
};
const log = async (): Promise<StandardVerificationDto[]> =>
  (await enterprise.api.get<StandardVerificationDto[]>(`${enterprise.path}/currency/verifications`))
    .body;
const picture = async (standardId: string): Promise<string> => {
  const form = new FormData();
  form.append('standardId', standardId);
  const bytes = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  form.append('file', new Blob([bytes]), '查询结果.png');
  const { body } = await enterprise.api.post<{ id: string }>(`${enterprise.path}/evidence`, form);
  return body.id;
};

describe('what a person looked up about a standard', () => {
  it('stands in its row with day, source, name and picture, and makes its state known', async () => {
    const standard = await add('AQ 1109-2014', '煤矿安全');
    expect((await report()).rows[0]).toMatchObject({ status: 'unknown', verified: null });
    const evidenceId = await picture(standard.id);
    const { status, body } = await verify([standard], { evidenceId });
    expect([status, body]).toEqual([200, { verified: 1, left: 0, ids: [expect.any(String)] }]);
    const [row] = (await report()).rows;
    expect(row).toMatchObject({
      status: 'current',
      level: 'sector',
      source: found.source,
      checkedOn: found.checkedOn,
      verified: { ...found, evidenceId, replacedBy: '' },
    });
    expect(row?.verified?.verifiedByName).not.toBe('');
    const stored = await enterprise.api.get<StandardDto>(
      `${enterprise.path}/standards/${standard.id}`,
    );
    expect(stored.body).toMatchObject({ status: 'current', evidenceCount: 1 });
  });

  it('is noted with several rows at once, the same again only once', async () => {
    const rows = [await add('GB/T 191-2008'), await add('GB/T 192-2003')];
    const replaced = { result: 'replaced', replacedBy: 'GB/T 191-2027' };
    expect((await verify(rows, replaced)).body).toMatchObject({ verified: 2, left: 0 });
    const again = (await report()).rows.map(({ id, version }) => ({ id, version }));
    expect((await verify(again, replaced)).body).toEqual({ verified: 2, left: 0, ids: [] });
    expect((await log()).map(({ replacedBy }) => replacedBy)).toEqual([
      'GB/T 191-2027',
      'GB/T 191-2027',
    ]);
    expect((await report()).counts.replaced).toBe(2);
    expect(
      await app.database.superuser(
        `SELECT action FROM audit_events WHERE organization_id = '${enterprise.organizationId}'
         AND action = 'standards.verified'`,
      ),
    ).toHaveLength(1);
  });

  it('leaves rows alone that somebody changed meanwhile, and says how many', async () => {
    const [first, second] = [await add('GB/T 1-2001'), await add('GB/T 2-2001')];
    const stale = { ...first, version: first.version + 7 };
    expect((await verify([stale])).body.code).toBe('version_conflict');
    expect((await verify([stale, second])).body).toMatchObject({ verified: 1, left: 1 });
    expect(await log()).toHaveLength(1);
    const third = await add('GB/T 3-2001');
    expect((await verify([third, third])).body).toMatchObject({ verified: 1, left: 0 });
  });

  it('tells nothing of the row any more once that has another number', async () => {
    const standard = await add('GB/T 3-2001');
    await verify([standard]);
    const [row] = (await report()).rows;
    const path = `${enterprise.path}/standards/${standard.id}`;
    const changed = { number: 'GB/T 4-2001' };
    await enterprise.api.patch(path, changed, { ifMatch: row?.version ?? 0 });
    expect((await report()).rows[0]).toMatchObject({ verified: null });
  });

  it('is refused for a day ahead, for a stranger’s picture and for a stranger’s standard', async () => {
    const standard = await add('GB/T 5-2001');
    const ahead = await verify([standard], { checkedOn: '2199-01-01' });
    expect([ahead.status, ahead.body.code]).toEqual([422, 'validation_failed']);
    const other = await app.organization();
    const nowhere = '00000000-0000-4000-8000-000000000000';
    expect((await verify([standard], { evidenceId: nowhere })).status).toBe(404);
    const body = { standards: [{ id: standard.id, version: 1 }], ...found };
    const strange = await other.api.post<Answer>(`${other.path}/currency/verifications`, body);
    expect(strange.status).toBe(404);
  });
});

describe('what was noted by mistake', () => {
  const undo = (ids: readonly string[], by = enterprise) =>
    by.api.post<UndoneVerificationsDto & { code: string }>(
      `${by.path}/currency/verifications/undo`,
      { ids },
    );

  it('is taken back: the row says again what it said, and the log tells who', async () => {
    const claimed = { statusClaimed: 'withdrawn', statusCheckedOn: '2025-03-01' };
    const path = `${enterprise.path}/standards`;
    const { body: first } = await enterprise.api.post<StandardDto>(path, {
      ...{ number: 'GB/T 191-2008', title: '名称', statusSource: '公告' },
      ...claimed,
    });
    const second = await add('GB/T 192-2003');
    const { ids } = (await verify([first, second])).body;
    expect((await report()).counts).toMatchObject({ current: 2 });
    expect((await undo(ids)).body).toEqual({ undone: 2, left: 0 });
    expect((await undo(ids)).body).toEqual({ undone: 2, left: 0 });
    expect((await report()).rows).toMatchObject([
      { status: 'withdrawn', verified: null },
      { status: 'unknown', verified: null },
    ]);
    const stored = await enterprise.api.get<StandardDto>(`${path}/${first.id}`);
    expect(stored.body).toMatchObject({ ...claimed, statusSource: '公告' });
    const undoneByName = expect.any(String) as string;
    expect(await log()).toMatchObject([{ undoneByName }, { undoneByName }]);
  });

  it('gives way to an earlier finding, and can be noted again', async () => {
    const standard = await add('GB/T 193-2003');
    await verify([standard], { result: 'withdrawn', checkedOn: '2025-06-01' });
    const [row] = (await report()).rows;
    const { ids } = (await verify(row ? [row] : [])).body;
    await undo(ids);
    const [before] = (await report()).rows;
    expect(before?.verified).toMatchObject({ result: 'withdrawn', checkedOn: '2025-06-01' });
    expect((await verify(before ? [before] : [])).body.ids).toHaveLength(1);
  });

  it('stays where the state was changed since; what else was changed is kept', async () => {
    const [first, second] = [await add('GB/T 6-2001'), await add('GB/T 7-2001')];
    const { ids } = (await verify([first, second])).body;
    const patch = async (id: string, change: object): Promise<void> => {
      const at = `${enterprise.path}/standards/${id}`;
      const { version } = (await enterprise.api.get<StandardDto>(at)).body;
      await enterprise.api.patch(at, change, { ifMatch: version });
    };
    await patch(first.id, { statusClaimed: 'withdrawn' });
    await patch(second.id, { note: '改过' });
    expect((await undo(ids)).body).toEqual({ undone: 1, left: 1 });
    const { rows } = (
      await enterprise.api.get<{ rows: StandardDto[] }>(`${enterprise.path}/standards`)
    ).body;
    expect(rows).toMatchObject([
      { status: 'withdrawn' },
      { status: 'unknown', note: '改过', statusSource: '' },
    ]);
    const [changed = ''] = ids;
    expect(await undo([changed])).toMatchObject({
      status: 409,
      body: { code: 'verification_changed_since' },
    });
  });

  it('is nobody else’s to take back', async () => {
    const { ids } = (await verify([await add('GB/T 8-2001')])).body;
    expect((await undo(ids, await app.organization())).status).toBe(404);
    expect((await report()).counts).toMatchObject({ current: 1 });
  });
});

describe('a search in the report', () => {
  it.each([
    ['AQ', 1],
    ['1109', 1],
    ['aq1109', 1],
    ['AQ/T', 0],
    ['8170 修约', 1],
    ['gbt', 1],
    ['规则', 1],
    ['煤矿 安全', 1],
    ['煤矿 修约', 0],
    ['', 2],
  ])('“%s” finds %i', async (q, count) => {
    await add('AQ 1109-2014', '煤矿安全');
    await add('GB/T 8170-2008', '数值修约规则');
    expect((await report(`?q=${encodeURIComponent(q)}`)).total).toBe(count);
  });
});
