import { PDFDocument } from '@cantoo/pdf-lib';
import { ASSESSMENT_MOVES } from '@liangxing/contracts';
import { randomUUID } from 'node:crypto';
import { TenantDatabase } from '../../kernel';
import { publishShippedSchemes } from '../../testing/published-schemes';
import { TestApp, type TestOrganization } from '../../testing/test-app';
import { until } from '../../testing/until';
import type { EvidenceDto } from '../evidence/dto/evidence.dto';
import { AssessmentsRepository } from './assessments.repository';
import type { AssessmentDto } from './dto/assessment.dto';

let app: TestApp;
let enterprise: TestOrganization;
let assessment: AssessmentDto;
/** A file that serves the first item of the evaluation. */
let file: EvidenceDto;

const itemId = '1.1.1';
const conditionId = 'sampling';

beforeAll(async () => {
  app = await TestApp.start();
  await publishShippedSchemes(app.database);
  enterprise = await app.organization();
});
afterAll(() => app.stop());
beforeEach(async () => {
  const begun = { title: '2026 年', schemeId: 'gb-t-19273-2017' };
  const { api, path } = enterprise;
  assessment = (await api.post<AssessmentDto>(`${path}/assessments`, begun)).body;
  file = (await upload({ assessmentId: assessment.id, itemId })).body;
});

type Refusable = Promise<{ readonly status: number; readonly body: { readonly code?: string } }>;

const at = (): string => `${enterprise.path}/assessments/${assessment.id}`;
const links = (): string => `${enterprise.path}/evidence/${file.id}/links`;

async function upload(link: Readonly<Record<string, string>>) {
  const document = await PDFDocument.create();
  document.setSubject(randomUUID());
  document.addPage([300, 400]);
  const form = new FormData();
  for (const [field, value] of Object.entries(link)) form.append(field, value);
  form.append('file', new Blob([new Uint8Array(await document.save())]), '方针.pdf');
  return enterprise.api.post<EvidenceDto & { code?: string }>(`${enterprise.path}/evidence`, form);
}

/** Everything that writes what belongs to one evaluation. */
const writes: Readonly<Record<string, () => Refusable>> = {
  'an answer': () =>
    enterprise.api.put(
      `${at()}/answers/${itemId}`,
      { state: 'unanswered', finding: '待核实' },
      { ifMatch: 0 },
    ),
  'a condition': () =>
    enterprise.api.put(
      `${at()}/conditions/${conditionId}`,
      { answer: 'yes', proof: '抽查结果', checkedOn: '2026-01-10' },
      { ifMatch: 0 },
    ),
  'title, plan or conclusion': () =>
    enterprise.api.patch(at(), { conclusion: '符合' }, { ifMatch: assessment.version }),
  'the efforts of its corrections': () =>
    enterprise.api.put(`${at()}/efforts`, { efforts: {}, excluded: [] }, { ifMatch: 0 }),
  'a file that proves an item': () =>
    enterprise.api.put(links(), { assessmentId: assessment.id, itemId: '1.1.2' }),
  'a file that proves a condition': () =>
    enterprise.api.put(links(), { assessmentId: assessment.id, conditionId }),
  'taking a proof away': () =>
    enterprise.api.delete(links(), { assessmentId: assessment.id, itemId }),
  'an upload for an item': () => upload({ assessmentId: assessment.id, itemId }),
  'the attachments of its dossier': () =>
    enterprise.api.put(
      `${at()}/attachments`,
      { attachments: [{ evidenceId: file.id, revision: 1, kind: 'other' }] },
      { ifMatch: 0 },
    ),
};
const named = Object.keys(writes);

const move = (verb: string, version: number) =>
  enterprise.api.post<AssessmentDto>(`${at()}/moves`, { move: verb }, { ifMatch: version });

/** Whoever waits for a lock in this database. */
const waiting = (): Promise<unknown[]> =>
  app.database.superuser(
    `SELECT FROM pg_stat_activity WHERE datname = $1 AND wait_event_type = 'Lock'`,
    [app.database.name],
  );

describe('a self-evaluation that is closed', () => {
  it.each(named)('takes no more of %s, and takes it again once it is reopened', async (name) => {
    const { body: closed } = await move('close', assessment.version);
    assessment = closed;
    const refused = await writes[name]?.();
    expect([refused?.status, refused?.body.code]).toEqual([409, 'assessment_closed']);
    const { body: archived } = await move('archive', closed.version);
    assessment = archived;
    expect((await writes[name]?.())?.body.code).toBe('assessment_archived');
    const { body: restored } = await move('restore', archived.version);
    assessment = (await move('reopen', restored.version)).body;
    expect((await writes[name]?.())?.status).toBeLessThan(300);
  });

  it('still has its corrective actions begun, added, changed and proven', async () => {
    const actions = `${enterprise.path}/corrective-actions`;
    await move('close', assessment.version);
    const added = await enterprise.api.post<{ id: string }>(actions, {
      assessmentId: assessment.id,
      itemId,
      finding: '缺记录',
    });
    expect(added.status).toBe(201);
    const one = `${actions}/${added.body.id}`;
    const begun = await enterprise.api.post(`${one}/moves`, { move: 'begin' }, { ifMatch: 1 });
    expect(begun.status).toBe(200);
    expect((await enterprise.api.put(links(), { actionId: added.body.id })).status).toBe(200);
  });

  it.each(named)('while it is being closed keeps %s waiting, and refuses it then', async (name) => {
    let late: Refusable | undefined;
    await app.app.get(TenantDatabase).transaction(enterprise.context, async (manager) => {
      const assessments = app.app.get(AssessmentsRepository);
      await assessments.move(manager, enterprise.context, assessment, ASSESSMENT_MOVES.close);
      late = writes[name]?.();
      await until(async () => (await waiting()).length > 0, `${name} waits for the closing`);
    });
    const { status, body } = (await late) ?? {};
    // What is written over a version is told of the other one: the closing has raised it.
    const code = name.startsWith('title') ? 'version_conflict' : 'assessment_closed';
    expect([status, body?.code]).toEqual([409, code]);
  });
});

/** Where rows hang on an evaluation: closed with it, or the reason why they go on. */
const hanging: Readonly<Record<string, string>> = {
  answers: 'closed',
  answer_history: 'closed',
  assessment_efforts: 'closed',
  assessment_team_accounts: 'closed',
  condition_answers: 'closed',
  dossier_attachment_lists: 'closed',
  dossier_attachments: 'closed',
  evidence_condition_links: 'closed',
  evidence_item_links: 'closed',
  corrective_actions: 'they mend what was found',
  dossiers: 'they are made of a closed one',
  submissions: 'a closed one is handed in',
};

describe('a table whose rows belong to an evaluation', () => {
  it('is closed with it, or says why not', async () => {
    const tables = await app.database.superuser<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.columns
       WHERE table_schema = 'public' AND column_name = 'assessment_id'`,
    );
    expect(tables.map(({ name }) => name).sort()).toEqual(Object.keys(hanging).sort());
  });
});
