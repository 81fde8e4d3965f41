import type { DossierSnapshot } from '@liangxing/dossier';
import { canonicalJson } from '@liangxing/dossier';
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
import { documentFonts } from '../kernel/fonts';
import { packsFolder, publishShippedSchemes } from '../testing/published-schemes';
import type { ApiClient } from '../testing/api-client';
import { TestApp } from '../testing/test-app';
import { loadSample } from './load-sample';

const folder = join(packsFolder, '../../../backend/samples');
let app: TestApp;
let owner: ApiClient;
let path: string;
let assessmentId: string;

beforeAll(async () => {
  app = await TestApp.start();
  await publishShippedSchemes(app.database);
  expect(await loadSample({ app: app.app, worker: await app.jobs(), folder })).toBe(true);
  owner = app.visitor();
  const credentials = { email: 'gu@example.cn', password: 'liangxing-sample-1' };
  const session = await owner.post<{ memberships: { organizationId: string }[] }>(
    '/api/sessions',
    credentials,
  );
  expect(session.status).toBe(201);
  path = `/api/organizations/${String(session.body.memberships[0]?.organizationId)}`;
  const { body } = await owner.get<{ id: string }[]>(`${path}/assessments`);
  assessmentId = String(body[0]?.id);
}, 120_000);
afterAll(() => app.stop());

const hash = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');

describe('the sample enterprise', () => {
  it('reaches AAA with AAAA as its target, every item answered', async () => {
    const { body: score } = await owner.get<Score>(`${path}/assessments/${assessmentId}/score`);
    expect(score).toMatchObject({ grade: 'AAA', basic: 37_550, bonus: 5400, isProvisional: true });
    expect(score.progress.answered).toBe(score.progress.items);
  });

  it('is loaded once: loading it again changes nothing', async () => {
    expect(await loadSample({ app: app.app, worker: await app.jobs(), folder })).toBe(false);
    expect((await owner.get<unknown[]>(`${path}/dossiers`)).body).toHaveLength(1);
    expect((await owner.get<unknown[]>(`${path}/evidence`)).body).toHaveLength(31);
    expect((await owner.get<{ total: number }>(`${path}/standards`)).body.total).toBe(184);
  });

  it('has a primary system of its form, in which every standard stands', async () => {
    const { body } = await owner.get<object[]>(`${path}/systems`);
    expect(body).toMatchObject([
      { isPrimary: true, templateId: 'gb-t-15496-2003', placed: 184, version: 1 },
    ]);
  });

  it('has a dozen records in every list', async () => {
    const { body } = await owner.get<{ kind: string; total: number }[]>(`${path}/record-counts`);
    expect(body.map(({ total }) => total)).toEqual(body.map(() => 12));
    expect(body).toHaveLength(8);
  });

  it('passes the check before submission, with warnings', async () => {
    const { body } = await owner.get<DossierCheckDto>(
      `${path}/assessments/${assessmentId}/dossier-check`,
    );
    expect(body.blocks).toBe(false);
    const codes = body.findings.map(({ code }) => code);
    expect(codes).toEqual(
      expect.arrayContaining(['full_marks_without_evidence', 'scheme_superseded']),
    );
    expect(codes).not.toContain('bonus_without_evidence');
    expect(body.parts.find(({ part }) => part === 'scoring_table')?.state).toBe('ready');
  });

  it('has a dossier whose PDF is the rendering of its frozen snapshot, and anyone can verify it', async () => {
    const { body } = await owner.get<DossierDto[]>(`${path}/dossiers`);
    const dossier = body[0] as DossierDto;
    expect(dossier).toMatchObject({ number: 1, state: 'ready', progress: 100, grade: 'AAA' });
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
      total: 42_950,
    });
    const unknown = await app.visitor().get('/api/verifications/0000-0000-0000-0000');
    expect(unknown.status).toBe(404);
  });

  it('builds another version in the background, each job run twice with one result', async () => {
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

  it('shows none of it to another organization', async () => {
    const other = await app.organization('另一家');
    const { body } = await owner.get<DossierDto[]>(`${path}/dossiers`);
    const id = String(body[0]?.id);
    for (const there of [path, other.path])
      expect((await other.api.get(`${there}/dossiers/${id}/file`)).status).toBe(404);
    const check = `${other.path}/assessments/${assessmentId}/dossier-check`;
    expect((await other.api.get(check)).status).toBe(404);
  });
});
