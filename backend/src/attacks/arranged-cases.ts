import { DELIVER_TO_BODY, DELIVER_TO_ENTERPRISE } from '../features/letters';
import type { TestOrganization } from '../testing/test-app';
import type { Arrange } from './arranged-requests';
import type { AttackedEnterprise } from './attacked-enterprise';

const FACTS = { introduction: '', contact: '', fees: '', materials: [], isAccepting: true };

/** A newer dossier of the sample's evaluation, issued already: a copy of the one that it has. */
async function issued({ app, owner }: AttackedEnterprise): Promise<string> {
  const [row] = await app.database.superuser<{ id: string }>(
    `INSERT INTO dossiers SELECT (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid(),
       'number', (SELECT max(number) + 1 FROM dossiers WHERE assessment_id = d.assessment_id),
       'code', left(md5(random()::text), 16)))).*
     FROM dossiers d WHERE organization_id = $1 AND state = 'ready' ORDER BY number LIMIT 1 RETURNING id`,
    [owner.context.organizationId],
  );
  return String(row?.id);
}

async function accepting({ app }: AttackedEnterprise): Promise<TestOrganization> {
  const body = await app.body();
  await body.api.put(`${body.path}/body-profile`, FACTS, { ifMatch: 0 });
  return body;
}

/** What is handed in to a new body. */
async function asked(enterprise: AttackedEnterprise) {
  const body = await accepting(enterprise);
  const dossierId = await issued(enterprise);
  return { body, asked: { dossierId, bodyId: body.organizationId, text: '' } };
}

export async function deliver({ app }: AttackedEnterprise): Promise<void> {
  while ((await app.runJobs(DELIVER_TO_BODY)) + (await app.runJobs(DELIVER_TO_ENTERPRISE)) > 0);
}

/** An application that was received, its paths on both sides, and the version of the case. */
export async function received(enterprise: AttackedEnterprise) {
  const { body, asked: wanted } = await asked(enterprise);
  const { owner, path } = enterprise;
  const made = await owner.api.post<{ id: string }>(`${path}/submissions`, wanted);
  await deliver(enterprise);
  const at = `${path}/submissions/${made.body.id}`;
  const { id } = made.body;
  return { body, id, at, atBody: `${body.path}/cases/${id}` };
}

/** The same after steps of the body, each with the version that the one before left. */
async function after(enterprise: AttackedEnterprise, ...steps: readonly [string, object][]) {
  const arrived = await received(enterprise);
  for (const [index, [route, content]] of steps.entries())
    await arrived.body.api.post(`${arrived.atBody}/${route}`, content, { ifMatch: index + 1 });
  await deliver(enterprise);
  return arrived;
}

const CHECK = { move: 'start_check', text: '' };
const CORRECTION = {
  move: 'request_correction',
  text: '',
  missing: [{ part: '营业执照', note: '' }],
};

/** Requests of the two sides of an application. */
export const ARRANGED_CASES: readonly (readonly [string, Arrange])[] = [
  [
    'submissions_submit',
    async (enterprise) => ({
      path: `${enterprise.path}/submissions`,
      body: (await asked(enterprise)).asked,
    }),
  ],
  [
    'submissions_correct',
    async (enterprise) => {
      const { at } = await after(enterprise, ['moves', CHECK], ['moves', CORRECTION]);
      return { path: `${at}/corrections`, body: { dossierId: await issued(enterprise), text: '' } };
    },
  ],
  [
    'submissions_answer',
    async (enterprise) => {
      const { at } = await after(enterprise, ['questions', { text: '厂区有几处？' }]);
      return { path: `${at}/answers`, body: { answers: 2, text: '两处' } };
    },
  ],
  [
    'submissions_withdraw',
    async (enterprise) => {
      const { at } = await received(enterprise);
      return { path: `${at}/withdrawal`, body: { text: '' } };
    },
  ],
  [
    'cases_move',
    async (enterprise) => {
      const { body: person, atBody } = await received(enterprise);
      return { path: `${atBody}/moves`, body: CHECK, person, ifMatch: 1 };
    },
  ],
  [
    'cases_ask',
    async (enterprise) => {
      const { body: person, atBody } = await received(enterprise);
      return { path: `${atBody}/questions`, body: { text: '厂区有几处？' }, person, ifMatch: 1 };
    },
  ],
];
