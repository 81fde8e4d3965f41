import { SEND_INVITATION } from '../features/organizations';
import { inventedTable, sameReading } from '../features/schemes/entries/testing/invented-table';
import { withSecondFactor } from '../testing/authenticator';
import { mailTo } from '../testing/mail-to';
import { TEST_PASSWORD } from '../testing/test-password';
import type { Member } from '../testing/test-app';
import { ARRANGED_CASES } from './arranged-cases';
import { ARRANGED_CERTIFICATES } from './arranged-certificates';
import { ARRANGED_DEVICES } from './arranged-devices';
import { ARRANGED_DRAFTS } from './arranged-drafts';
import { ARRANGED_PASSKEYS } from './arranged-passkeys';
import { ARRANGED_ENGAGEMENTS } from './arranged-engagements';
import { ARRANGED_SHEETS } from './arranged-sheets';
import { ARRANGED_TEMPLATES } from './arranged-templates';
import type { AttackedEnterprise } from './attacked-enterprise';

/** A right request that needs something to be there which no schema tells. */
export interface Arranged {
  readonly path: string;
  readonly body?: object;
  readonly person?: Member;
  /** The version that is acted on, where the route asks for one. */
  readonly ifMatch?: number;
}

export type Arrange = (enterprise: AttackedEnterprise) => Promise<Arranged>;
interface Versioned {
  readonly id: string;
  readonly version: number;
}

interface Outdated {
  readonly id: string;
  readonly candidates: readonly { readonly identity: string }[];
}

let count = 0;

/** A standard of the register that the catalogue knows to be replaced by one that is not there yet. */
async function outdated({ owner: { api }, path }: AttackedEnterprise): Promise<object> {
  const listed = await api.get<{ rows: readonly Versioned[] }>(`${path}/standards?q=GB/T 1.1-2020`);
  const ids = listed.body.rows.map(({ id }) => id);
  if (ids.length > 0) await api.post(`${path}/standards/bulk-delete`, { ids });
  const written = { number: 'GB/T 1.1-2009', title: '标准化工作导则', addsNevertheless: true };
  const { body } = await api.post<Versioned>(`${path}/standards`, written);
  const report = await api.get<{ rows: readonly Outdated[] }>(`${path}/currency?limit=500`);
  const row = report.body.rows.find(({ id }) => id === body.id);
  const identity = row?.candidates[0]?.identity;
  return { standardId: body.id, version: body.version, identity };
}

/** A made-up table, typed by the owner and waiting for somebody else; its version is 3. */
async function entryToCheck({ owner: { api }, path }: AttackedEnterprise): Promise<string> {
  const { body } = await api.post<Versioned>(`${path}/scheme-entries`);
  const at = `${path}/scheme-entries/${body.id}`;
  await api.put(`${at}/content`, inventedTable, { ifMatch: 1 });
  await api.post(`${at}/moves`, { move: 'submit' }, { ifMatch: 2 });
  return at;
}

/** A standard that nobody followed before. */
async function followed({ owner: { api }, path }: AttackedEnterprise): Promise<string> {
  count += 1;
  const numbers = `GB/T ${String(90_000 + count)}-2020 乙`;
  const { body } = await api.post<{ ids: string[] }>(`${path}/currency/watched`, { numbers });
  return body.ids[0] ?? '';
}

/** A consultancy that waits for the platform, whose administrator is the one who asks here. */
async function applicant({ owner: { api } }: AttackedEnterprise): Promise<string> {
  const asked = { name: '良方咨询', kind: 'consultancy', creditCode: '91110000100000001W' };
  return (await api.post<{ id: string }>('/api/organizations', asked)).body.id;
}

const refusal = { move: 'refuse', reason: '执照看不清' };
const movesOf = (id: string): string => `/api/platform/organizations/${id}/moves`;

/** By operation: what the description's schemas do not lead to. */
export const ARRANGED: ReadonlyMap<string, Arrange> = new Map<string, Arrange>([
  ...ARRANGED_CASES,
  ...ARRANGED_CERTIFICATES,
  ...ARRANGED_DEVICES,
  ...ARRANGED_DRAFTS,
  ...ARRANGED_ENGAGEMENTS,
  ...ARRANGED_PASSKEYS,
  ...ARRANGED_SHEETS,
  ...ARRANGED_TEMPLATES,
  [
    'accessTokens_make',
    ({ owner }) =>
      Promise.resolve({
        path: '/api/account/access-tokens',
        body: {
          ...{ name: '取数', readable: ['register'], writable: [], organizationId: null },
          ...{ days: 30, password: TEST_PASSWORD },
        },
        person: owner,
      }),
  ],
  [
    'secondFactor_end',
    async ({ app, organizationId }) => {
      const person = await app.member(organizationId, 'viewer');
      const { authenticator } = await withSecondFactor(person.api, TEST_PASSWORD);
      const body = { code: authenticator.code(), password: TEST_PASSWORD };
      return { path: '/api/account/second-factor/end', body, person };
    },
  ],
  [
    'closing_begin',
    async ({ app }) => {
      const person = await app.organization('注销的企业');
      return { path: `${person.path}/closing`, body: { name: '注销的企业' }, person, ifMatch: 1 };
    },
  ],
  [
    'invitations_accept',
    async ({ app, owner: { api }, path, foreignOrganizationId }) => {
      count += 1;
      const email = `joins${String(count)}@example.com`;
      await api.post(`${path}/members`, { email, role: 'viewer' });
      await app.runJobs(SEND_INVITATION, 1);
      const token = /invitation=([\w.-]+)/.exec(await mailTo(app, email))?.[1] ?? '';
      const person = await app.member(foreignOrganizationId, 'viewer');
      return { path: `/api/invitations/${token}/acceptance`, person };
    },
  ],
  [
    'platformOrganizations_move',
    async (enterprise) => ({
      path: movesOf(await applicant(enterprise)),
      body: refusal,
      ifMatch: 1,
    }),
  ],
  [
    'application_handIn',
    async (enterprise) => {
      const id = await applicant(enterprise);
      await enterprise.owner.api.post(movesOf(id), refusal, { ifMatch: 1 });
      return { path: `/api/organizations/${id}/application/submissions`, ifMatch: 2 };
    },
  ],
  [
    'standards_undoAct',
    async (enterprise) => {
      const { owner, path } = enterprise;
      count += 1;
      const standard = { number: `Q/TWICE ${String(count)}-2098`, title: '撤销' };
      const { body } = await owner.api.post<Versioned>(`${path}/standards`, standard);
      const act = await owner.api.post<{ actId: string }>(`${path}/standards/bulk-delete`, {
        ids: [body.id],
      });
      return { path: `${path}/standards/acts/${act.body.actId}/undo`, body: {} };
    },
  ],
  [
    'records_create',
    ({ path }) =>
      Promise.resolve({
        path: `${path}/records/laws`,
        body: { fields: { title: '标准化法', inForceOn: '2018-01-01', status: 'current' } },
      }),
  ],
  [
    'currency_replace',
    async (enterprise) => ({
      path: `${enterprise.path}/currency/replacements`,
      body: await outdated(enterprise),
    }),
  ],
  [
    'currency_verify',
    async ({ owner: { api }, path }) => {
      count += 1;
      const written = { number: `GB/T ${String(80_000 + count)}-2020`, title: '甲' };
      const { body: standard } = await api.post<Versioned>(`${path}/standards`, written);
      const standards = [{ id: standard.id, version: standard.version }];
      const finding = { result: 'current', checkedOn: '2026-01-05', source: '官方网站' };
      return { path: `${path}/currency/verifications`, body: { standards, ...finding } };
    },
  ],
  [
    'currency_undoVerifications',
    async ({ owner: { api }, path }) => {
      count += 1;
      const written = { number: `GB/T ${String(80_000 + count)}-2020`, title: '甲' };
      const { body: standard } = await api.post<Versioned>(`${path}/standards`, written);
      const standards = [{ id: standard.id, version: standard.version }];
      const finding = { result: 'current', checkedOn: '2026-01-05', source: '官方网站' };
      const all = `${path}/currency/verifications`;
      const { body } = await api.post<{ ids: string[] }>(all, { standards, ...finding });
      return { path: `${all}/undo`, body: { ids: body.ids } };
    },
  ],
  [
    'currency_undoReplacement',
    async (enterprise) => {
      const { owner, path } = enterprise;
      const all = `${path}/currency/replacements`;
      const wish = await outdated(enterprise);
      const { body } = await owner.api.post<{ replaced: readonly Versioned[] }>(all, wish);
      return { path: `${all}/${String(body.replaced[0]?.id)}/undo`, body: {} };
    },
  ],
  [
    'catalogueImports_start',
    async ({ owner: { api } }) => {
      const imports = '/api/catalogue-maintenance/imports';
      count += 1;
      const form = new FormData();
      const row = `GB/T ${String(70_000 + count)}-2020,甲,,,,现行,`;
      const head = '标准号,标准名称,发布日期,实施日期,废止日期,状态,被代替';
      form.append('file', new Blob([`${head}\n${row}`]), 'c.csv');
      const source = `?source=${encodeURIComponent('测试目录')}&checkedOn=2026-04-30`;
      const { body } = await api.post<Versioned>(imports + source, form);
      return { path: `${imports}/${body.id}/start`, body: {} };
    },
  ],
  [
    'watched_markRead',
    async (enterprise) => {
      const { owner, path } = enterprise;
      const id = await followed(enterprise);
      const all = `${path}/currency/watched`;
      const { body } = await owner.api.get<{ id: string; stamp: string }[]>(all);
      const stamp = body.find((one) => one.id === id)?.stamp;
      return { path: `${all}/read`, body: { shown: [{ id, stamp }] } };
    },
  ],
  [
    'watched_verify',
    async (enterprise) => ({
      path: `${enterprise.path}/currency/watched/${await followed(enterprise)}/verifications`,
      body: { result: 'current', checkedOn: '2026-01-05', source: '官方网站' },
    }),
  ],
  [
    'watched_restore',
    async (enterprise) => {
      const at = `${enterprise.path}/currency/watched/${await followed(enterprise)}`;
      await enterprise.owner.api.delete(at);
      return { path: `${at}/restore` };
    },
  ],
  [
    'schemeEntries_check',
    async (enterprise) => ({
      path: `${await entryToCheck(enterprise)}/checks`,
      body: sameReading,
      person: await enterprise.app.member(enterprise.organizationId, 'editor'),
      ifMatch: 3,
    }),
  ],
  [
    'carryOver_execute',
    async (enterprise) => {
      const { app, owner, organizationId, path } = enterprise;
      const second = await app.member(organizationId, 'editor');
      const at = `${await entryToCheck(enterprise)}/checks`;
      const entered = await second.api.post<{ schemeId: string }>(at, sameReading, { ifMatch: 3 });
      const start = async (schemeId: string): Promise<string> => {
        const asked = { title: '带入', schemeId };
        return (await owner.api.post<Versioned>(`${path}/assessments`, asked)).body.id;
      };
      const from = await start('gb-t-19273-2017');
      const id = await start(entered.body.schemeId);
      return { path: `${path}/assessments/${id}/carry-over`, body: { from, itemIds: ['1.1'] } };
    },
  ],
]);
