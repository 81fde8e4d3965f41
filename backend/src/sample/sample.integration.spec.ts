import type { DossierSnapshot } from '@liangxing/dossier';
import { canonicalJson } from '@liangxing/contracts';
import { renderDossierToBytes } from '@liangxing/dossier/render';
import type { Score } from '@liangxing/scoring';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type {
  DossierCheckDto,
  DossierDto,
  VerificationDto,
} from '../features/dossiers/dto/dossier.dto';
import { BUILD_DOSSIER } from '../features/dossiers';
import type { ReadinessDto } from '../features/readiness/readiness.dto';
import { documentFonts } from '../kernel/fonts';
import { packsFolder, publishShippedSchemes } from '../testing/published-schemes';
import type { ApiClient } from '../testing/api-client';
import { TestApp } from '../testing/test-app';
import { loadSample } from './load-sample';

const folder = join(packsFolder, '../../../backend/samples');
let app: TestApp;
let owner: ApiClient;

/** One of the sample's organizations with its self-evaluation. */
interface Edition {
  readonly name: string;
  readonly path: string;
  readonly assessmentId: string;
}
let main: Edition;
let historical: Edition;

beforeAll(async () => {
  app = await TestApp.start();
  await publishShippedSchemes(app.database);
  expect(await loadSample({ app: app.app, worker: await app.jobs(), folder })).toBe(true);
  owner = app.visitor();
  const credentials = { email: 'gu@example.cn', password: 'liangxing-sample-1' };
  interface Membership {
    readonly organizationId: string;
    readonly organizationName: string;
  }
  const session = await owner.post<{ memberships: Membership[] }>('/api/sessions', credentials);
  expect(session.status).toBe(201);
  const editions: Edition[] = [];
  for (const { organizationId, organizationName: name } of session.body.memberships) {
    const path = `/api/organizations/${organizationId}`;
    const { body } = await owner.get<{ id: string }[]>(`${path}/assessments`);
    editions.push({ name, path, assessmentId: String(body[0]?.id) });
  }
  expect(editions).toHaveLength(2);
  [main, historical] = editions as [Edition, Edition];
}, 300_000);
afterAll(() => app.stop());

const hash = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');

const total = async (path: string): Promise<number> =>
  (await owner.get<{ total: number }>(path)).body.total;
const checkOf = async ({ path, assessmentId }: Edition): Promise<DossierCheckDto> =>
  (await owner.get<DossierCheckDto>(`${path}/assessments/${assessmentId}/dossier-check`)).body;
const readiness = async (): Promise<ReadinessDto> =>
  (await owner.get<ReadinessDto>(`${main.path}/assessments/${main.assessmentId}/readiness`)).body;

describe('the sample', () => {
  it('is loaded once: loading it again changes nothing', async () => {
    expect(await loadSample({ app: app.app, worker: await app.jobs(), folder })).toBe(false);
    for (const [{ path }, evidence, standards] of [
      [main, 79, 260],
      [historical, 31, 184],
    ] as const) {
      expect((await owner.get<unknown[]>(`${path}/dossiers`)).body).toHaveLength(1);
      expect((await owner.get<unknown[]>(`${path}/evidence`)).body).toHaveLength(evidence);
      expect(await total(`${path}/standards`)).toBe(standards);
    }
  });

  it('shows the enterprise by the form in force first', () => {
    expect(main.name).toBe('苏州良矩达精密机械有限公司（示例）');
    expect(historical.name).toContain('历史示例：2003 版');
  });

  it.each([
    ['zhou@example.cn', 'liangxing-sample-2'],
    ['lu@example.cn', 'liangxing-sample-3'],
  ])('lets %s into both enterprises', async (email, password) => {
    const session = await app
      .visitor()
      .post<{ memberships: unknown[] }>('/api/sessions', { email, password });
    expect(session.body.memberships).toHaveLength(2);
  });
});

describe('the sample enterprise', () => {
  it('has a primary system of the form in force, in which every standard stands', async () => {
    const { body } = await owner.get<{ id: string }[]>(`${main.path}/systems`);
    expect(body).toMatchObject([
      { isPrimary: true, templateId: 'gb-t-15496-2017', placed: 260, version: 1 },
    ]);
  });

  it('holds every essential document where it is expected', async () => {
    const { body } = await owner.get<{ id: string }[]>(`${main.path}/systems`);
    interface Coverage {
      readonly expectations: readonly { id: string; isEssential: boolean; state: string }[];
    }
    const coverage = await owner.get<Coverage>(
      `${main.path}/systems/${String(body[0]?.id)}/coverage`,
    );
    const essential = coverage.body.expectations.filter(({ isEssential }) => isEssential);
    expect(essential.length).toBeGreaterThan(80);
    expect(essential.filter(({ state }) => state !== 'present')).toEqual([]);
  });

  it('adopts no standard that is replaced or withdrawn', async () => {
    const { body } = await owner.get<{ rows: { number: string; status: string }[] }>(
      `${main.path}/standards?limit=500`,
    );
    expect(body.rows.filter(({ status }) => ['replaced', 'withdrawn'].includes(status))).toEqual(
      [],
    );
  });

  it('meets every essential item with evidence, and says honestly which others it does not', async () => {
    const { items, byNeed, essentialGaps, facts } = await readiness();
    expect(essentialGaps).toEqual([]);
    expect(byNeed.essential).toEqual({
      met: 32,
      partly: 0,
      not_met: 0,
      unknown: 0,
      not_applicable: 0,
    });
    expect(byNeed.usual).toMatchObject({ partly: 11, not_met: 1, unknown: 0 });
    expect(byNeed.innovative).toMatchObject({ partly: 1, not_met: 2, unknown: 0 });
    const essential = items.filter(({ need }) => need === 'essential');
    expect(essential.filter(({ itemId }) => (facts[itemId]?.files.inTime ?? 0) === 0)).toEqual([]);
    expect(essential.filter(({ isOverridden }) => isOverridden)).toEqual([]);
  });

  it('has an action for every item that is not met; some are verified, some open', async () => {
    interface Action {
      readonly itemId: string;
      readonly state: string;
      readonly owner: string;
      readonly dueOn: string | null;
    }
    const { body: actions } = await owner.get<Action[]>(`${main.path}/corrective-actions`);
    const { items } = await readiness();
    const short = items.filter(({ state }) => state === 'partly' || state === 'not_met');
    expect(new Set(actions.map(({ itemId }) => itemId))).toEqual(
      new Set(short.map(({ itemId }) => itemId)),
    );
    expect(new Set(actions.map(({ state }) => state))).toEqual(
      new Set(['verified', 'in_progress', 'open']),
    );
    for (const { owner: person, dueOn } of actions) {
      expect(person).toMatch(/示例$/u);
      expect(dueOn).not.toBeNull();
    }
  });

  it('has parts that agree: the check finds no error', async () => {
    const { blocks, findings, parts } = await checkOf(main);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(blocks).toBe(false);
    expect(parts.filter(({ state }) => state !== 'ready')).toEqual([]);
  });

  it('warns of nothing but of what time does: proofs and checks that grow old', async () => {
    const { findings } = await checkOf(main);
    const aged = ['evidence_stale', 'evidence_expired', 'action_overdue', 'condition_check_old'];
    expect(findings.filter(({ code }) => !aged.includes(code))).toEqual([]);
  });
});

describe('the historical sample', () => {
  it('reaches AAA with AAAA as its target, every item answered', async () => {
    const { path, assessmentId } = historical;
    const { body: score } = await owner.get<Score>(`${path}/assessments/${assessmentId}/score`);
    expect(score).toMatchObject({ grade: 'AAA', basic: 37_550, bonus: 5400, isProvisional: true });
    expect(score.progress.answered).toBe(score.progress.items);
  });

  it('has a primary system of its form, in which every standard stands', async () => {
    const { body } = await owner.get<object[]>(`${historical.path}/systems`);
    expect(body).toMatchObject([
      { isPrimary: true, templateId: 'gb-t-15496-2003', placed: 184, version: 1 },
    ]);
  });

  it('has a dozen records in every list', async () => {
    const { body } = await owner.get<{ kind: string; total: number }[]>(
      `${historical.path}/record-counts`,
    );
    expect(body.map((count) => count.total)).toEqual(body.map(() => 12));
    expect(body).toHaveLength(8);
  });

  it('passes the check before submission, with warnings', async () => {
    const { blocks, findings, parts } = await checkOf(historical);
    expect(blocks).toBe(false);
    const codes = findings.map(({ code }) => code);
    expect(codes).toEqual(
      expect.arrayContaining(['full_marks_without_evidence', 'scheme_superseded']),
    );
    expect(codes).not.toContain('bonus_without_evidence');
    expect(parts.find(({ part }) => part === 'scoring_table')?.state).toBe('ready');
  });
});

describe.each([
  ['the sample enterprise', () => main, { grade: null }, { grade: null }],
  ['the historical sample', () => historical, { grade: 'AAA' }, { total: 42_950 }],
])('the dossier of %s', (_name, edition, shown, verifiable) => {
  it('is the rendering of its frozen snapshot, and anyone can verify it', async () => {
    const { path } = edition();
    const { body } = await owner.get<DossierDto[]>(`${path}/dossiers`);
    const dossier = body[0] as DossierDto;
    expect(dossier).toMatchObject({ number: 1, state: 'ready', progress: 100, ...shown });
    const response = await owner.fetch('GET', `${path}/dossiers/${dossier.id}/file`);
    const pdf = new Uint8Array(await response.arrayBuffer());
    expect(response.headers.get('content-type')).toBe('application/pdf');
    expect(response.headers.get('content-disposition')).toContain("filename*=UTF-8''");
    expect(hash(pdf)).toBe(dossier.sha256);
    const [row] = await app.database.superuser<{ snapshot: string }>(
      'SELECT snapshot FROM dossiers WHERE id = $1',
      [dossier.id],
    );
    const snapshot = JSON.parse(String(row?.snapshot)) as DossierSnapshot;
    expect(hash(canonicalJson(snapshot))).toBe(dossier.snapshotSha256);
    const again = await renderDossierToBytes(snapshot, { fonts: await documentFonts() });
    expect(hash(again)).toBe(dossier.sha256);
    const typed = dossier.code.toLowerCase().replaceAll('-', ' ');
    const verified = await app
      .visitor()
      .get<VerificationDto>(`/api/verifications/${encodeURIComponent(typed)}`);
    expect(verified.body).toMatchObject({
      code: dossier.code,
      sha256: dossier.sha256,
      ...verifiable,
    });
    const unknown = await app.visitor().get('/api/verifications/0000-0000-0000-0000');
    expect(unknown.status).toBe(404);
  });

  it('builds another version in the background, each job run twice with one result', async () => {
    const { path, assessmentId } = edition();
    const ordered = await owner.post<DossierDto>(`${path}/dossiers`, { assessmentId });
    expect([ordered.status, ordered.body.state, ordered.body.number]).toEqual([202, 'queued', 2]);
    const early = await owner.get<{ code: string }>(`${path}/dossiers/${ordered.body.id}/file`);
    expect([early.status, early.body.code]).toEqual([409, 'dossier_not_ready']);
    expect(await app.runJobs(BUILD_DOSSIER)).toBeGreaterThan(0);
    const { body: built } = await owner.get<DossierDto>(`${path}/dossiers/${ordered.body.id}`);
    expect(built).toMatchObject({ state: 'ready', error: null });
    const issued = await app.database.superuser<{ sha256: string }>(
      'SELECT sha256 FROM issued_dossiers WHERE code = $1',
      [built.code],
    );
    expect(issued).toEqual([{ sha256: built.sha256 }]);
  });

  it('is shown to no other organization', async () => {
    const { path, assessmentId } = edition();
    const other = await app.organization('另一家');
    const { body } = await owner.get<DossierDto[]>(`${path}/dossiers`);
    const id = String(body[0]?.id);
    for (const there of [path, other.path])
      expect((await other.api.get(`${there}/dossiers/${id}/file`)).status).toBe(404);
    const check = `${other.path}/assessments/${assessmentId}/dossier-check`;
    expect((await other.api.get(check)).status).toBe(404);
  });
});
