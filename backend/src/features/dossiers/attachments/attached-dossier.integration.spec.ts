import { PDFDocument } from '@cantoo/pdf-lib';
import type { DossierSnapshot } from '@liangxing/dossier';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Storage } from '../../../kernel';
import { loadSample } from '../../../sample/load-sample';
import { packsFolder, publishShippedSchemes } from '../../../testing/published-schemes';
import { TestApp, type TestOrganization } from '../../../testing/test-app';
import type { EvidenceDto } from '../../evidence/dto/evidence.dto';
import { BUILD_DOSSIER, BuildDossier } from '../use-cases/build-dossier';
import type { DossierDto } from '../dto/dossier.dto';
import type { DutyAllocationDto } from '../duty-allocation/duty-allocation.dto';
import type { AttachmentListDto, ChosenAttachmentDto } from './attachment.dto';

interface Answer extends AttachmentListDto {
  readonly code: string;
  readonly title: string;
  readonly detail: string;
}

let app: TestApp;
let api: TestOrganization['api'];
let context: TestOrganization['context'];
let builder: BuildDossier;
let storage: Storage;
let path: string;
let assessmentId: string;

beforeAll(async () => {
  app = await TestApp.start();
  await publishShippedSchemes(app.database);
  const worker = await app.jobs();
  await loadSample({
    app: app.app,
    worker,
    folder: join(packsFolder, '../../../backend/samples'),
  });
  const [row] = await app.database.superuser<{ organization_id: string; id: string }>(
    'SELECT organization_id, id FROM assessments',
  );
  assessmentId = String(row?.id);
  ({ api, context } = await app.member(String(row?.organization_id), 'owner'));
  path = `/api/organizations/${context.organizationId}`;
  builder = worker.get(BuildDossier);
  storage = worker.get(Storage);
}, 300_000);
afterAll(() => app.stop());

async function pdf(pages: number): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.setSubject(randomUUID());
  for (let page = 0; page < pages; page += 1) document.addPage([300, 400]);
  return document.save({ useObjectStreams: false });
}

async function upload(name: string, content: Uint8Array): Promise<EvidenceDto> {
  const data = new FormData();
  data.append('file', new Blob([new Uint8Array(content)]), name);
  const { status, body } = await api.post<EvidenceDto>(`${path}/evidence`, data);
  expect(status).toBe(201);
  return body;
}

const list = async () =>
  (await api.get<AttachmentListDto>(`${path}/assessments/${assessmentId}/attachments`)).body;

const choose = async (
  ...attachments: readonly (Pick<ChosenAttachmentDto, 'evidenceId'> &
    Partial<ChosenAttachmentDto>)[]
) =>
  api.put<Answer>(
    `${path}/assessments/${assessmentId}/attachments`,
    {
      attachments: attachments.map((one) => ({ revision: 1, kind: 'other', ...one })),
    },
    { ifMatch: (await list()).version },
  );

const remove = async ({ id }: EvidenceDto) => {
  const { body } = await api.get<EvidenceDto>(`${path}/evidence/${id}`);
  return api.delete<Answer>(`${path}/evidence/${id}`, undefined, { ifMatch: body.version });
};

const order = () => api.post<DossierDto>(`${path}/dossiers`, { assessmentId });

const dossier = async (id: string) => (await api.get<DossierDto>(`${path}/dossiers/${id}`)).body;

describe('a dossier with attached files', () => {
  it('is built with their pages, and holds them', async () => {
    const proof = await upload('营业执照副本.pdf', await pdf(2));
    await choose();
    const without = (await order()).body;
    await choose({ evidenceId: proof.id, kind: 'licence' });
    const ordered = (await order()).body;
    await choose();
    await app.runJobs(BUILD_DOSSIER, 1);
    for (const { id } of [without, ordered]) await builder.handle({ context, dossierId: id });
    const [plain, built] = [await dossier(without.id), await dossier(ordered.id)];
    expect(built.state).toBe('ready');
    // Divider and two pages.
    expect(Number(built.pages) - Number(plain.pages)).toBe(3);
    expect(await remove(proof)).toMatchObject({ body: { code: 'evidence_in_dossier' } });
    const [row] = await app.database.superuser<{ snapshot: string }>(
      'SELECT snapshot FROM dossiers WHERE id = $1',
      [ordered.id],
    );
    const { attachments } = JSON.parse(String(row?.snapshot)) as DossierSnapshot;
    expect(attachments).toMatchObject([
      { evidenceId: proof.id, revision: 1, sha256: proof.revisions[0]?.sha256, pages: 2 },
    ]);
  });

  it('that cannot be built because a file is lost says which one', async () => {
    const { id: evidenceId } = await upload('丢失.pdf', await pdf(1));
    await choose({ evidenceId });
    const { id } = (await order()).body;
    const [row] = await app.database.superuser<{ key: string }>(
      'SELECT storage_key AS key FROM evidence_revisions WHERE evidence_id = $1',
      [evidenceId],
    );
    await storage.remove(String(row?.key));
    const failure = await builder
      .handle({ context, dossierId: id })
      .then(() => null)
      .catch((error: Error) => error);
    expect(failure?.name).toBe('AttachedFileError');
    await builder.giveUp({ context, dossierId: id }, failure ?? { name: '', message: '' });
    expect((await dossier(id)).error).toContain('丢失.pdf');
    await choose();
  });
});

describe('the allocation of duties', () => {
  const at = () => `${path}/duty-allocation`;

  it('is printed as a person corrected it, and goes back to what the register tells', async () => {
    const { body: shown } = await api.get<DutyAllocationDto>(at());
    expect(shown).toMatchObject({ version: 0, cells: [], hasSystem: true });
    const [department = ''] = shown.departments;
    const row = shown.rows.find(({ marks }) => marks[0] === '');
    const cell = { code: String(row?.code), department, mark: '△' as const };
    const frozen = async () => {
      const { id } = (await order()).body;
      const [stored] = await app.database.superuser<{ snapshot: string }>(
        'SELECT snapshot FROM dossiers WHERE id = $1',
        [id],
      );
      const { standardization } = JSON.parse(String(stored?.snapshot)) as DossierSnapshot;
      const found = standardization.allocation?.rows.find(({ code }) => code === cell.code);
      return [standardization.allocation?.isCorrected, found?.marks[0]];
    };
    expect(await frozen()).toEqual([undefined, '']);
    const kept = await api.put(at(), { cells: [cell] }, { ifMatch: 0 });
    expect(kept).toMatchObject({ status: 200, body: { version: 1, cells: [cell] } });
    expect(await frozen()).toEqual([true, '△']);
    expect((await api.put(at(), { cells: [] }, { ifMatch: 0 })).status).toBe(409);
    expect((await api.put(at(), { cells: [] }, { ifMatch: 1 })).status).toBe(200);
    expect(await frozen()).toEqual([undefined, '']);
  });
});
