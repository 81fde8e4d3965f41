import type { PlanDraft } from '@liangxing/contracts';
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

/** An application that a new body received, and its paths on both sides. */
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
const ACCEPT = { move: 'accept', text: '' };
const CORRECTION = {
  move: 'request_correction',
  text: '',
  missing: [{ part: '营业执照', note: '' }],
};

/** Accepted, with its director as the whole team, who has declared, and a plan that can be sent; the case is version 3. */
async function planned(enterprise: AttackedEnterprise) {
  const accepted = await after(enterprise, ['moves', CHECK], ['moves', ACCEPT]);
  const { body, atBody } = accepted;
  await body.api.post(`${atBody}/team`, { userId: body.userId, role: 'lead' });
  await body.api.post(`${atBody}/declarations`, { relation: 'none', text: '' });
  const { content } = (await body.api.get<{ content: PlanDraft }>(`${atBody}/plan`)).body;
  const agenda = content.agenda.filter(({ kind }) => kind !== 'evaluation');
  await body.api.put(`${atBody}/plan`, { ...content, agenda }, { ifMatch: 0 });
  return accepted;
}

/** The same with the plan sent; the case is version 4. */
async function sent(enterprise: AttackedEnterprise) {
  const accepted = await planned(enterprise);
  const { body, at, atBody } = accepted;
  await body.api.post(`${atBody}/plan/sending`, { text: '', planVersion: 1 }, { ifMatch: 3 });
  await deliver(enterprise);
  const { letters } = (
    await enterprise.owner.api.get<{ letters: readonly { kind: string; number: number }[] }>(at)
  ).body;
  return { ...accepted, plan: letters.find(({ kind }) => kind === 'plan_sent')?.number };
}

/** The same, confirmed, with a record of the first meeting; the case is version 5. */
async function confirmed(enterprise: AttackedEnterprise) {
  const { plan, ...waiting } = await sent(enterprise);
  await enterprise.owner.api.post(`${waiting.at}/plan-confirmation`, { plan, text: '' });
  await deliver(enterprise);
  const { body, atBody } = waiting;
  await body.api.put(`${atBody}/meetings/first`, MEETING, { ifMatch: 0 });
  return waiting;
}

const MEETING = {
  ...{ heldOn: '2026-01-05', place: '会议室', minutes: '' },
  attendance: [
    { side: 'body', name: '王芳', department: '', post: '' },
    { side: 'enterprise', name: '顾明', department: '', post: '' },
  ],
};

/** A table that a new body offers: one of those that everybody has, as its own. */
async function offered(enterprise: AttackedEnterprise): Promise<string> {
  const { organizationId } = await accepting(enterprise);
  await enterprise.app.database.superuser(
    `WITH own AS (
       INSERT INTO organization_schemes (organization_id, id, version, number, document, sha256, file_name,
         published_by, published_by_name)
       SELECT $1, 'own-' || id, '1.0.0', 1, document || jsonb_build_object('id', 'own-' || id, 'version', '1.0.0'),
         sha256, '', gen_random_uuid(), '' FROM scheme_versions WHERE id = 'gsp-2004' LIMIT 1
       RETURNING organization_id, id, version)
     INSERT INTO offered_schemes (organization_id, scheme_id, version, offered_by_name)
     SELECT organization_id, id, version, '' FROM own`,
    [organizationId],
  );
  return `${enterprise.path}/offered-schemes/${organizationId}/own-gsp-2004/copies`;
}

/** Requests of the two sides of an application. */
export const ARRANGED_CASES: readonly (readonly [string, Arrange])[] = [
  ['offeredSchemes_takeOver', async (enterprise) => ({ path: await offered(enterprise) })],
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
      return { path: `${at}/withdrawal`, body: { text: '' }, ifMatch: 2 };
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
  [
    'plans_addToTeam',
    async (enterprise) => {
      const { body, atBody } = await after(enterprise, ['moves', CHECK], ['moves', ACCEPT]);
      return {
        path: `${atBody}/team`,
        body: { userId: body.userId, role: 'lead' },
        person: body,
      };
    },
  ],
  [
    'plans_removeFromTeam',
    async (enterprise) => {
      const { body: person, atBody } = await planned(enterprise);
      return { path: `${atBody}/team/${person.userId}`, person };
    },
  ],
  [
    'plans_declare',
    async (enterprise) => {
      const { body: person, atBody } = await planned(enterprise);
      return { path: `${atBody}/declarations`, body: { relation: 'none', text: '' }, person };
    },
  ],
  [
    'plans_send',
    async (enterprise) => {
      const { body: person, atBody } = await planned(enterprise);
      const body = { text: '', planVersion: 1 };
      return { path: `${atBody}/plan/sending`, body, person, ifMatch: 3 };
    },
  ],
  [
    'plans_redraw',
    async (enterprise) => {
      const { body: person, atBody } = await sent(enterprise);
      return { path: `${atBody}/plan/redrawing`, body: { text: '' }, person, ifMatch: 4 };
    },
  ],
  [
    'plans_holdFirstMeeting',
    async (enterprise) => {
      const { body: person, atBody } = await confirmed(enterprise);
      const path = `${atBody}/meetings/first/holding`;
      return { path, body: { text: '' }, person, ifMatch: 5 };
    },
  ],
  [
    'submissions_confirmPlan',
    async (enterprise) => {
      const { at, plan } = await sent(enterprise);
      return { path: `${at}/plan-confirmation`, body: { plan, text: '' } };
    },
  ],
  [
    'submissions_objectToPlan',
    async (enterprise) => {
      const { at, plan } = await sent(enterprise);
      return { path: `${at}/plan-objection`, body: { plan, text: '当日停产' } };
    },
  ],
];
