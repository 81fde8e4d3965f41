import { PDFDocument } from '@cantoo/pdf-lib';
import { randomUUID } from 'node:crypto';
import { publishShippedSchemes } from '../../../testing/published-schemes';
import { TestApp, type TestOrganization } from '../../../testing/test-app';
import type { EvidenceDto } from '../../evidence/dto/evidence.dto';
import type { DossierCheckDto } from '../dto/dossier.dto';
import type { DutyAllocationDto } from '../duty-allocation/duty-allocation.dto';
import type { AttachmentListDto, ChosenAttachmentDto } from './attachment.dto';

interface Answer extends AttachmentListDto {
  readonly code: string;
  readonly title: string;
  readonly detail: string;
}

let app: TestApp;
let enterprise: TestOrganization;
let other: TestOrganization;
let api: TestOrganization['api'];
let path: string;
let assessmentId: string;

beforeAll(async () => {
  app = await TestApp.start();
  await publishShippedSchemes(app.database);
  [enterprise, other] = [await app.organization(), await app.organization()];
  ({ api, path } = enterprise);
  const body = { title: '自评', schemeId: 'gsp-2004' };
  assessmentId = (await api.post<{ id: string }>(`${path}/assessments`, body)).body.id;
}, 120_000);
afterAll(() => app.stop());

async function pdf(pages: number, password = false): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.setSubject(randomUUID());
  for (let page = 0; page < pages; page += 1) document.addPage([300, 400]);
  if (password) document.encrypt({ ownerPassword: 'secret' });
  return document.save({ useObjectStreams: false });
}

async function upload(
  name: string,
  content: Uint8Array,
  owner: Pick<TestOrganization, 'api'> & { path: string } = { api, path },
): Promise<EvidenceDto> {
  const data = new FormData();
  data.append('file', new Blob([new Uint8Array(content)]), name);
  const { status, body } = await owner.api.post<EvidenceDto>(`${owner.path}/evidence`, data);
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

describe('choosing what stands behind a dossier', () => {
  it('keeps files, kinds and order, and answers the same when it is sent again', async () => {
    const [licence, chart] = [
      await upload('营业执照.pdf', await pdf(1)),
      await upload('机构图.pdf', await pdf(2)),
    ];
    const chosen = [
      { evidenceId: chart.id, kind: 'chart' as const },
      { evidenceId: licence.id, kind: 'licence' as const },
    ];
    const first = await choose(...chosen);
    expect(first.status).toBe(200);
    expect(first.body.attachments).toMatchObject([
      { kind: 'chart', fileName: '机构图.pdf', pages: 2, revision: 1, currentRevision: 1 },
      { kind: 'licence', fileName: '营业执照.pdf', pages: 1 },
    ]);
    expect((await choose(...chosen)).body).toEqual(first.body);
    const turned = await choose(...chosen.reverse());
    expect(turned.body.attachments.map(({ kind }) => kind)).toEqual(['licence', 'chart']);
    const late = await api.put<Answer>(
      `${path}/assessments/${assessmentId}/attachments`,
      { attachments: [] },
      { ifMatch: first.body.version },
    );
    expect(late).toMatchObject({ status: 409, body: { code: 'version_conflict' } });
  });

  it('refuses a file of another enterprise and one that is gone alike', async () => {
    const foreign = await upload('外.pdf', await pdf(1), other);
    const gone = await upload('删.pdf', await pdf(1));
    expect((await remove(gone)).status).toBe(204);
    for (const evidenceId of [foreign.id, gone.id, randomUUID()])
      expect(await choose({ evidenceId })).toMatchObject({
        status: 422,
        body: { code: 'attachment_unknown' },
      });
    const at = `${path}/assessments/${assessmentId}/attachments`;
    expect((await other.api.get(at)).status).toBe(404);
  });

  it.each([
    ['encrypted', '加密.pdf', () => pdf(1, true), 'attachment_encrypted'],
    ['broken', '损坏.pdf', async () => (await pdf(1)).slice(0, 200), 'attachment_broken'],
    ['of 300 pages', '过长.pdf', () => pdf(300), 'attachment_too_long'],
    ['a text', '说明.txt', () => Promise.resolve(Buffer.from('说明文字')), 'attachment_wrong_type'],
  ])('refuses what is %s at once, by its name and with a mend', async (_, name, make, code) => {
    const before = await list();
    const { id: evidenceId } = await upload(name, await make());
    const { status, body } = await choose({ evidenceId });
    expect([status, body.code]).toEqual([422, code]);
    expect(body.title).toContain(name);
    expect(body.detail).not.toBe('');
    expect(await list()).toEqual(before);
  });

  it('refuses more pages together than a dossier may have', async () => {
    const two = [await upload('一.pdf', await pdf(120)), await upload('二.pdf', await pdf(120))];
    expect(await choose(...two.map(({ id }) => ({ evidenceId: id })))).toMatchObject({
      status: 409,
      body: { code: 'quota_attachment_pages' },
    });
  });

  it('refuses more files than a dossier may have before it opens one', async () => {
    const many = await Promise.all(
      Array.from({ length: 31 }, (_, index) =>
        upload(`多${String(index)}.txt`, Buffer.from(`说明 ${String(index)}`)),
      ),
    );
    expect(await choose(...many.map((one) => ({ evidenceId: one.id })))).toMatchObject({
      status: 409,
      body: { code: 'quota_attachments' },
    });
  });

  it('answers alike where the same is sent twice at once, and refuses another list', async () => {
    const at = `${path}/assessments/${assessmentId}/attachments`;
    const [one, two] = [
      await upload('一份.pdf', await pdf(1)),
      await upload('二份.pdf', await pdf(1)),
    ];
    const listOf = ({ id }: EvidenceDto) => ({
      attachments: [{ evidenceId: id, revision: 1, kind: 'other' }],
    });
    const { version: ifMatch } = await list();
    const same = await Promise.all([1, 2].map(() => api.put(at, listOf(one), { ifMatch })));
    expect(same.map(({ status }) => status)).toEqual([200, 200]);
    const seen = (await list()).version;
    expect(seen).toBe(ifMatch + 1);
    const other = await Promise.all([
      api.put<Answer>(at, listOf(two), { ifMatch: seen }),
      api.put<Answer>(at, { attachments: [] }, { ifMatch: seen }),
    ]);
    expect(other.map(({ status }) => status).sort()).toEqual([200, 409]);
    await choose();
  });

  it('keeps a chosen file from being removed, and the library tells that it is in use', async () => {
    const proof = await upload('证书.pdf', await pdf(1));
    await choose({ evidenceId: proof.id, kind: 'certificate' });
    expect(await remove(proof)).toMatchObject({ status: 409, body: { code: 'evidence_attached' } });
    const { body } = await api.get<{ files: { id: string; uses: { kind: string }[] }[] }>(
      `${path}/evidence-library?state=in_use&limit=500`,
    );
    expect(body.files.find(({ id }) => id === proof.id)?.uses).toMatchObject([
      { kind: 'attachment', id: 'certificate' },
    ]);
    await choose();
    expect((await remove(proof)).status).toBe(204);
  });

  it('blocks the dossier while a newer revision of a chosen file waits to be taken', async () => {
    const { id: evidenceId, version } = await upload('发布令.pdf', await pdf(1));
    await choose({ evidenceId, kind: 'release' });
    const data = new FormData();
    data.append('file', new Blob([new Uint8Array(await pdf(3))]), '发布令（修订）.pdf');
    const revised = await api.post(`${path}/evidence/${evidenceId}/revisions`, data, {
      ifMatch: version,
    });
    expect(revised.status).toBeLessThan(300);
    const check = async () => {
      const at = `${path}/assessments/${assessmentId}/dossier-check`;
      return (await api.get<DossierCheckDto>(at)).body.findings.map(({ code }) => code);
    };
    expect(await check()).toContain('attachment_outdated');
    expect((await list()).attachments[0]).toMatchObject({ revision: 1, currentRevision: 2 });
    const taken = await choose({ evidenceId, kind: 'release', revision: 2 });
    expect(taken.body.attachments[0]).toMatchObject({ pages: 3, fileName: '发布令（修订）.pdf' });
    expect(await check()).not.toContain('attachment_outdated');
  });
});

describe('the allocation of duties', () => {
  const at = () => `${path}/duty-allocation`;

  it('keeps what a person set, answers the same when it is sent again, and goes back', async () => {
    const { body: shown } = await api.get<DutyAllocationDto>(at());
    expect(shown).toMatchObject({ version: 0, cells: [], hasSystem: false, rows: [] });
    const cells = [{ code: 'BZ1', department: '质量部', mark: '△' }];
    const kept = { status: 200, body: { version: 1, cells } };
    expect(await api.put(at(), { cells }, { ifMatch: 0 })).toMatchObject(kept);
    expect(await api.put(at(), { cells }, { ifMatch: 0 })).toMatchObject(kept);
    expect((await api.put(at(), { cells: [] }, { ifMatch: 0 })).status).toBe(409);
    const back = await api.put(at(), { cells: [] }, { ifMatch: 1 });
    expect(back).toMatchObject({ status: 200, body: { version: 2, cells: [] } });
  });

  it('answers alike where the same is sent twice at once', async () => {
    const cells = [{ code: 'BZ2', department: '质量部', mark: '▲' }];
    const { body } = await api.get<DutyAllocationDto>(at());
    const ifMatch = body.version;
    const same = await Promise.all([1, 2, 3].map(() => api.put(at(), { cells }, { ifMatch })));
    expect(same.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await api.put(at(), { cells: [] }, { ifMatch: ifMatch + 1 })).status).toBe(200);
  });

  it('belongs to its enterprise, and readers do not change it', async () => {
    const viewer = await app.member(enterprise.organizationId, 'viewer');
    expect((await viewer.api.put(at(), { cells: [] }, { ifMatch: 4 })).status).toBe(403);
    expect((await other.api.get(at())).status).toBe(404);
    const { body } = await other.api.get<DutyAllocationDto>(`${other.path}/duty-allocation`);
    expect(body).toMatchObject({ version: 0, hasSystem: false, rows: [] });
  });
});
