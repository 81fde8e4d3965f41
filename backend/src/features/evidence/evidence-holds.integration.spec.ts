import { randomUUID } from 'node:crypto';
import { TenantDatabase } from '../../kernel';
import { publishShippedSchemes } from '../../testing/published-schemes';
import { TestApp, type TestOrganization } from '../../testing/test-app';
import type { EvidenceDto } from './dto/evidence.dto';
import { EvidenceHoldsRepository, type Holder } from './evidence-holds.repository';
import { SweepFiles } from './use-cases/sweep-files';

let app: TestApp;
let enterprise: TestOrganization;
let assessmentId: string;
let holds: EvidenceHoldsRepository;
let database: TenantDatabase;

beforeAll(async () => {
  app = await TestApp.start();
  await publishShippedSchemes(app.database);
  holds = app.app.get(EvidenceHoldsRepository);
  database = app.app.get(TenantDatabase);
});
afterAll(() => app.stop());
beforeEach(async () => {
  enterprise = await app.organization();
  const { body } = await enterprise.api.post<{ id: string }>(`${enterprise.path}/assessments`, {
    title: '自评',
    schemeId: 'gsp-2004',
  });
  assessmentId = body.id;
});

async function upload(): Promise<EvidenceDto> {
  const data = new FormData();
  data.append('file', new Blob([`%PDF-1.7\n${randomUUID()}\n%%EOF\n`]), '记录.pdf');
  return (await enterprise.api.post<EvidenceDto>(`${enterprise.path}/evidence`, data)).body;
}

/** What holds; what is printed in it does not matter here. */
async function dossier(state: 'queued' | 'ready', number = 1): Promise<Holder> {
  const id = randomUUID();
  await app.database.superuser(
    `INSERT INTO dossiers (organization_id, id, assessment_id, number, code, state, snapshot, sha256,
       storage_key, built_at, created_by, created_by_name)
     VALUES ($1, $2::uuid, $3, $4, $2::uuid::text, $5, '{}', repeat('a', 64), 'key', now(), $2::uuid, '测试')`,
    [enterprise.organizationId, id, assessmentId, number, state],
  );
  return { kind: 'dossier', id };
}

const hold = (holder: Holder, { id }: EvidenceDto) =>
  database.transaction(enterprise.context, (manager) =>
    holds.hold(manager, enterprise.context, holder, [{ id, revision: 1 }]),
  );
const turn = (verb: 'loosen' | 'tighten', holder: Holder) =>
  database.transaction(enterprise.context, (manager) =>
    holds[verb](manager, enterprise.context, holder),
  );
const count = (holder: Holder) =>
  database.read(enterprise.context, (manager) => holds.count(manager, enterprise.context, holder));

const remove = ({ id }: EvidenceDto) =>
  enterprise.api.delete<{ code: string }>(`${enterprise.path}/evidence/${id}`, undefined, {
    ifMatch: 1,
  });

describe('a file that is held', () => {
  it('is removed by nobody: not by a person, not by the sweep, not in the database', async () => {
    const file = await upload();
    await hold(await dossier('ready'), file);
    expect(await remove(file)).toMatchObject({
      status: 409,
      body: { code: 'evidence_in_dossier' },
    });
    const sweep = (await app.jobs()).get(SweepFiles);
    await sweep.sweep(enterprise.context, new Date(Date.now() + 60_000));
    const at = `${enterprise.path}/evidence/${file.id}/revisions/1/content`;
    expect((await enterprise.api.fetch('GET', at)).status).toBe(200);
    for (const table of ['evidence', 'evidence_revisions'])
      await expect(
        app.database.superuser(`DELETE FROM ${table} WHERE organization_id = $1`, [
          enterprise.organizationId,
        ]),
      ).rejects.toThrow('evidence_holds');
  });

  it('stays for one holder where another has failed, and goes with the last', async () => {
    const file = await upload();
    const [first, second] = [await dossier('queued'), await dossier('queued', 2)];
    await hold(first, file);
    await hold(second, file);
    await turn('loosen', first);
    expect((await remove(file)).status).toBe(409);
    await turn('loosen', second);
    expect((await remove(file)).status).toBe(204);
    expect([await count(first), await count(second)]).toEqual([0, 0]);
  });

  it('is held again where its holder comes back before anybody has removed it', async () => {
    const file = await upload();
    const holder = await dossier('queued');
    await hold(holder, file);
    await turn('loosen', holder);
    await turn('tighten', holder);
    expect((await remove(file)).status).toBe(409);
    expect(await count(holder)).toBe(1);
  });

  it('is either removed or held where both are asked for at once, never both', async () => {
    for (let round = 0; round < 5; round += 1) {
      const file = await upload();
      const holder = await dossier('queued', round + 1);
      await hold(holder, file);
      await turn('loosen', holder);
      const [removed] = await Promise.all([remove(file), turn('tighten', holder)]);
      expect([204, 409]).toContain(removed.status);
      expect(await count(holder)).toBe(removed.status === 204 ? 0 : 1);
    }
  });

  it('is let go by a dossier that leaves with its assessment', async () => {
    const file = await upload();
    const holder = await dossier('queued');
    await hold(holder, file);
    const assessment = `${enterprise.path}/assessments/${assessmentId}`;
    expect((await enterprise.api.delete(assessment, undefined, { ifMatch: 1 })).status).toBe(204);
    expect(await count(holder)).toBe(0);
    expect((await remove(file)).status).toBe(204);
  });
});

describe('a dossier that was issued', () => {
  it('stays with what it holds, whoever deletes the assessment in the database', async () => {
    const file = await upload();
    const holder = await dossier('ready');
    await hold(holder, file);
    for (const statement of ['DELETE FROM assessments', 'DELETE FROM dossiers'])
      await expect(
        app.database.superuser(`${statement} WHERE organization_id = $1`, [
          enterprise.organizationId,
        ]),
      ).rejects.toThrow('an issued dossier stays');
    expect(await count(holder)).toBe(1);
  });
});
