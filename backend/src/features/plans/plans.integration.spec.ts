import { plusDays, type PlanDraft } from '@liangxing/contracts';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { organizationDay, TenantDatabase } from '../../kernel';
import { loadSample } from '../../sample/load-sample';
import { packsFolder, publishShippedSchemes } from '../../testing/published-schemes';
import { recordMeeting } from '../../testing/record-meeting';
import { TestApp, type Member, type TestOrganization } from '../../testing/test-app';
import { BUILD_DOSSIER, OrderDossier } from '../dossiers';
import { DELIVER_TO_BODY, DELIVER_TO_ENTERPRISE } from '../letters';
import { TeamRepository } from './team.repository';

interface Seen {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly letters: readonly {
    readonly kind: string;
    readonly number: number;
    readonly text: string;
    readonly plan: { readonly team: unknown; readonly agenda: readonly object[] } | null;
    readonly teamChange: {
      readonly left: readonly object[];
      readonly came: readonly object[];
      readonly team: readonly object[];
    } | null;
  }[];
}

interface Page {
  readonly version: number;
  readonly content: PlanDraft;
  readonly departments: readonly string[];
  readonly team: readonly {
    readonly userId: string;
    readonly role: string;
    readonly declaration: { readonly relation: string } | null;
    readonly conflicts: readonly string[];
    readonly isMember: boolean;
  }[];
  readonly formerTeam: readonly object[];
  readonly candidates: readonly { readonly userId: string; readonly warnings: readonly string[] }[];
  readonly loads: readonly { readonly userId: string; readonly days: readonly string[] }[];
  readonly meetings: readonly { readonly kind: string; readonly version: number }[];
}

interface Problem {
  readonly code: string;
  readonly errors?: readonly { readonly path: string; readonly code: string }[];
}

let app: TestApp;
let owner: Member;
let at: string;
let organizationId: string;
let assessmentId: string;
let dossierId: string;

beforeAll(async () => {
  app = await TestApp.start();
  await publishShippedSchemes(app.database);
  const folder = join(packsFolder, '../../../backend/samples');
  await loadSample({ app: app.app, worker: await app.jobs(), folder, editions: ['2003'] });
  const [row] = await app.database.superuser<{ organization_id: string; id: string }>(
    'SELECT organization_id, id FROM assessments',
  );
  organizationId = String(row?.organization_id);
  assessmentId = String(row?.id);
  owner = await app.member(organizationId, 'owner');
  at = `/api/organizations/${organizationId}/submissions`;
  dossierId = (await app.app.get(OrderDossier).execute(owner.context, assessmentId)).id;
  await app.runJobs(BUILD_DOSSIER, 1);
}, 120_000);
afterAll(() => app.stop());

/** Until no letter is on its way. */
async function deliver(): Promise<void> {
  while ((await app.runJobs(DELIVER_TO_BODY)) + (await app.runJobs(DELIVER_TO_ENTERPRISE)) > 0);
}

const assessorOf = (body: TestOrganization): Promise<Member> =>
  app.member(body.organizationId, 'assessor', 'assessment_body');

/** A body of its own with an application that it has accepted. */
async function accepted() {
  const body = await app.body(`评价中心 ${randomUUID().slice(0, 6)}`);
  const facts = { introduction: '', contact: '', fees: '', materials: [], isAccepting: true };
  await body.api.put(`${body.path}/body-profile`, facts, { ifMatch: 0 });
  const { body: made } = await owner.api.post<Seen>(at, {
    ...{ dossierId, bodyId: body.organizationId, text: '' },
  });
  await deliver();
  const opened = new OpenedCase(body, made.id);
  await opened.move('moves', { move: 'start_check', text: '' });
  await opened.move('moves', { move: 'accept', text: '' });
  await deliver();
  return opened;
}

class OpenedCase {
  constructor(
    readonly body: TestOrganization,
    readonly id: string,
  ) {}

  get atBody(): string {
    return `${this.body.path}/cases/${this.id}`;
  }

  get atEnterprise(): string {
    return `${at}/${this.id}`;
  }

  async seen(): Promise<Seen> {
    return (await this.body.api.get<Seen>(this.atBody)).body;
  }

  async page(): Promise<Page> {
    return (await this.body.api.get<Page>(`${this.atBody}/plan`)).body;
  }

  async told(): Promise<Seen> {
    return (await owner.api.get<Seen>(this.atEnterprise)).body;
  }

  async move(path: string, asked: object): Promise<readonly [number, Problem]> {
    const { version } = await this.seen();
    const answer = await this.body.api.post<Problem>(`${this.atBody}/${path}`, asked, {
      ifMatch: version,
    });
    return [answer.status, answer.body];
  }

  async add(userId: string, role: string): Promise<readonly [number, string]> {
    const { status, body } = await this.body.api.post<Problem | undefined>(`${this.atBody}/team`, {
      userId,
      role,
    });
    return [status, body?.code ?? ''];
  }

  async remove(userId: string): Promise<void> {
    await this.body.api.delete(`${this.atBody}/team/${userId}`);
  }

  declare(by: Member, relation = 'none', text = ''): Promise<{ readonly status: number }> {
    return by.api.post(`${this.atBody}/declarations`, { relation, text });
  }

  /** A plan that can be sent, with these people. */
  async plan(...people: readonly string[]): Promise<Page> {
    const { version, content } = await this.page();
    const agenda = content.agenda
      .filter(({ kind }, index, all) => kind !== 'evaluation' || all[index - 1]?.kind !== kind)
      .map((line) => (line.kind === 'evaluation' ? { ...line, assessors: people } : line));
    await this.body.api.put(`${this.atBody}/plan`, { ...content, agenda }, { ifMatch: version });
    return this.page();
  }

  async send(): Promise<readonly [number, Problem]> {
    const { version: planVersion } = await this.page();
    const sent = await this.move('plan/sending', { text: '请确认', planVersion });
    await deliver();
    return sent;
  }

  async answer(how: 'confirmation' | 'objection', plan: number, text = ''): Promise<number> {
    const path = `${this.atEnterprise}/plan-${how}`;
    return (await owner.api.post(path, { plan, text })).status;
  }
}

const lastPlan = ({ letters }: Seen): number =>
  letters.filter(({ kind }) => kind === 'plan_sent').at(-1)?.number ?? 0;

/** An accepted case with a team of two that declared, and a plan that can be sent. */
async function planned() {
  const opened = await accepted();
  const other = await assessorOf(opened.body);
  await opened.add(opened.body.userId, 'lead');
  await opened.add(other.userId, 'assessor');
  await opened.declare(opened.body);
  await opened.declare(other);
  await opened.plan(other.userId);
  return { opened, other };
}

async function withdraw(opened: OpenedCase): Promise<void> {
  const { body } = await owner.api.get<{ version: number }>(opened.atEnterprise);
  await owner.api.post(
    `${opened.atEnterprise}/withdrawal`,
    { text: '' },
    { ifMatch: body.version },
  );
  await deliver();
}

describe('a team', () => {
  it('has one lead, and nobody twice', async () => {
    const opened = await accepted();
    const [one, other] = [await assessorOf(opened.body), await assessorOf(opened.body)];
    expect(await opened.add(one.userId, 'lead')).toEqual([204, '']);
    expect(await opened.add(other.userId, 'lead')).toEqual([409, 'team_has_lead']);
    expect(await opened.add(one.userId, 'assessor')).toEqual([409, 'team_has_member']);
    const both = await Promise.all(
      [other, opened.body].map(({ userId }) => opened.add(userId, 'assessor')),
    );
    expect(both.map(([status]) => status)).toEqual([204, 204]);
    await opened.body.api.delete(`${opened.atBody}/team/${one.userId}`);
    const leads = await Promise.all([1, 2].map(() => opened.add(one.userId, 'lead')));
    expect(leads.map(([status]) => status).sort()).toEqual([204, 409]);
    // Who came back was there before.
    expect((await opened.page()).formerTeam).toMatchObject([{ userId: one.userId, role: 'lead' }]);
    await withdraw(opened);
  });

  it('is of members of the body, and who has left it is told before the plan is sent', async () => {
    const { opened, other } = await planned();
    const stranger = await app.organization();
    expect(await opened.add(stranger.userId, 'expert')).toEqual([409, 'team_member_unknown']);
    await opened.body.api.delete(`${opened.body.path}/members/${other.userId}`);
    const [status, { code }] = await opened.send();
    expect([status, code]).toEqual([409, 'team_member_left']);
    expect((await opened.page()).team.map(({ isMember }) => isMember)).toEqual([true, false]);
    await opened.body.api.delete(`${opened.atBody}/team/${other.userId}`);
    expect((await opened.page()).formerTeam).toHaveLength(1);
    await withdraw(opened);
  });

  it('takes nobody who is a member of the enterprise, or was one within three years', async () => {
    const opened = await accepted();
    const { userId } = await assessorOf(opened.body);
    await app.database.superuser(
      `INSERT INTO memberships (organization_id, user_id, role, organization_kind)
       VALUES ($1, $2, 'viewer', 'enterprise')`,
      [organizationId, userId],
    );
    expect(await opened.add(userId, 'assessor')).toEqual([409, 'conflict_of_membership']);
    await owner.api.delete(`/api/organizations/${organizationId}/members/${userId}`);
    expect(await opened.add(userId, 'assessor')).toEqual([409, 'conflict_of_membership']);
    await app.database.superuser(
      `UPDATE audit_events SET recorded_at = now() - interval '37 months' WHERE subject_id = $1`,
      [userId],
    );
    expect(await opened.add(userId, 'assessor')).toEqual([204, '']);
    await withdraw(opened);
  });

  it('takes nobody of a consultancy that worked for the enterprise within three years', async () => {
    const opened = await accepted();
    const consultancy = await app.consultancy();
    const { userId } = await assessorOf(opened.body);
    await app.database.superuser(
      `INSERT INTO memberships (organization_id, user_id, role, organization_kind)
       VALUES ($1, $2, 'consultant', 'consultancy')`,
      [consultancy.organizationId, userId],
    );
    expect(await opened.add(userId, 'assessor')).toEqual([204, '']);
    await opened.body.api.delete(`${opened.atBody}/team/${userId}`);
    const client = { organizationId, userId: owner.userId };
    await app.grant(
      client,
      consultancy.organizationId,
      { readable: ['profile'], writable: [] },
      -1,
    );
    expect(await opened.add(userId, 'assessor')).toEqual([409, 'conflict_of_engagement']);
    await consultancy.api.delete(`${consultancy.path}/members/${userId}`);
    expect(await opened.add(userId, 'assessor')).toEqual([409, 'conflict_of_engagement']);
    await app.database.superuser(
      `UPDATE access_grants SET starts_at = now() - interval '5 years', ends_at = now() - interval '37 months'
       WHERE grantee_id = $1`,
      [consultancy.organizationId],
    );
    expect(await opened.add(userId, 'assessor')).toEqual([204, '']);
    await withdraw(opened);
  });

  it('tells relations of nobody but members of the body, and of no case of others', async () => {
    const opened = await accepted();
    const other = await app.body('另一评价机构');
    const relations = ({ context }: TestOrganization, userId: string): Promise<string[]> =>
      app.app
        .get(TenantDatabase)
        .read(context, (manager) =>
          app.app.get(TeamRepository).relations(manager, opened.id, userId),
        );
    expect(await relations(opened.body, owner.userId)).toEqual([]);
    await app.database.superuser(
      `INSERT INTO memberships (organization_id, user_id, role, organization_kind)
       SELECT id, $1, 'assessor', kind FROM organizations WHERE id = ANY ($2)`,
      [owner.userId, [opened.body.organizationId, other.organizationId]],
    );
    expect(await relations(opened.body, owner.userId)).toEqual(['membership']);
    expect(await relations(other, owner.userId)).toEqual([]);
    await withdraw(opened);
  });
});

describe('a plan', () => {
  it('is prefilled with the basis of the scheme and the departments of the enterprise', async () => {
    const opened = await accepted();
    const { version, content, departments } = await opened.page();
    expect(version).toBe(0);
    expect(content.basis).toContain('GB/T 19273');
    expect(departments.length).toBeGreaterThan(2);
    const offered = new Set(content.agenda.map(({ department }) => department));
    expect(departments.filter((name) => !offered.has(name))).toEqual([]);
    expect(content.agenda[0]?.kind).toBe('first_meeting');
    expect(content.agenda.at(-1)?.kind).toBe('closing_meeting');
    await withdraw(opened);
  });

  it('is kept as far as it is drawn up, upon the version that was seen', async () => {
    const opened = await accepted();
    const { content } = await opened.page();
    const half = { ...content, from: null, agenda: [] };
    const path = `${opened.atBody}/plan`;
    const saved = await opened.body.api.put<Page>(path, half, { ifMatch: 0 });
    expect(saved.body).toMatchObject({ version: 1, content: { from: null } });
    const late = await opened.body.api.put<Problem>(path, half, { ifMatch: 0 });
    expect([late.status, late.body]).toMatchObject([409, { code: 'version_conflict' }]);
    await opened.add(opened.body.userId, 'lead');
    await opened.declare(opened.body);
    const [status, problem] = await opened.send();
    expect(status).toBe(422);
    expect(problem.errors).toMatchObject([
      { path: 'from', code: 'required' },
      { path: 'agenda', code: 'agenda_first_meeting' },
      { path: 'agenda', code: 'agenda_closing_meeting' },
    ]);
    await withdraw(opened);
  });

  it('is not sent before all have declared, and not with somebody who declared a relation', async () => {
    const { opened, other } = await planned();
    const third = await assessorOf(opened.body);
    await opened.add(third.userId, 'expert');
    expect((await opened.send())[1].code).toBe('team_undeclared');
    expect((await opened.declare(third, 'relative')).status).toBe(422);
    await opened.declare(third, 'relative', '配偶在该企业任职');
    expect((await opened.send())[1].code).toBe('conflict_declared');
    expect((await opened.page()).team[2]).toMatchObject({ conflicts: ['declared'] });
    await opened.body.api.delete(`${opened.atBody}/team/${third.userId}`);
    expect((await opened.declare(third)).status).toBe(404);
    await opened.body.api.delete(`${opened.atBody}/team/${opened.body.userId}`);
    expect((await opened.send())[1].code).toBe('team_without_lead');
    await opened.add(opened.body.userId, 'lead');
    await opened.plan(other.userId);
    expect((await opened.send())[0]).toBe(200);
    await withdraw(opened);
  });

  it('is sent, objected to, drawn anew and confirmed, and the evaluation begins', async () => {
    const { opened, other } = await planned();
    expect((await opened.send())[0]).toBe(200);
    const told = await opened.told();
    expect(told.state).toBe('plan_sent');
    expect(told.letters.at(-1)?.plan).toMatchObject({
      team: [
        { name: '王芳', role: 'lead' },
        { name: '王芳', role: 'assessor' },
      ],
    });
    expect(await opened.answer('objection', lastPlan(told))).toBe(422);
    expect(await opened.answer('objection', lastPlan(told), '当日停产检修')).toBe(201);
    await deliver();
    expect((await opened.seen()).state).toBe('plan_objected');
    await opened.plan(other.userId);
    expect((await opened.send())[0]).toBe(200);
    expect(await opened.answer('confirmation', lastPlan(told))).toBe(409);
    expect(await opened.answer('confirmation', lastPlan(await opened.told()))).toBe(201);
    await deliver();
    expect((await opened.seen()).state).toBe('planned');

    const held = (asked: object, ifMatch: number) =>
      opened.body.api.put<Problem>(`${opened.atBody}/meetings/first`, asked, { ifMatch });
    const today = organizationDay(new Date());
    const empty = { heldOn: null, place: '', minutes: '', attendance: [] };
    expect((await held({ ...empty, heldOn: plusDays(today, 1) }, 0)).status).toBe(422);
    expect((await held(empty, 0)).status).toBe(200);
    const begin = () => opened.move('meetings/first/holding', { text: '' });
    expect((await begin())[1].code).toBe('meeting_incomplete');
    const attendance = [
      { side: 'body', name: '王芳', department: '', post: '组长' },
      { side: 'enterprise', name: '顾明', department: '总经办', post: '总经理' },
    ];
    expect(
      (await held({ ...empty, heldOn: today, place: '一号会议室', attendance }, 1)).status,
    ).toBe(200);
    // The enterprise consented to a team without the third.
    const third = await assessorOf(opened.body);
    await opened.add(third.userId, 'assessor');
    await opened.declare(third);
    expect((await begin())[1].code).toBe('team_differs_from_plan');
    await opened.remove(third.userId);
    expect((await begin())[0]).toBe(200);
    await deliver();
    expect([(await opened.seen()).state, (await opened.told()).state]).toEqual([
      ...['evaluating', 'evaluating'],
    ]);
    expect(await opened.add(third.userId, 'assessor')).toEqual([204, '']);
    await withdraw(opened);
  });

  it('is taken back, and a late consent to it moves nothing', async () => {
    const { opened, other } = await planned();
    await opened.send();
    const first = lastPlan(await opened.told());
    expect((await opened.move('plan/redrawing', { text: '改期' }))[0]).toBe(200);
    await opened.plan(other.userId);
    const { version: planVersion } = await opened.page();
    await opened.move('plan/sending', { text: '', planVersion });
    expect(await opened.answer('confirmation', first)).toBe(201);
    await deliver();
    expect([(await opened.seen()).state, (await opened.told()).state]).toEqual([
      ...['plan_sent', 'plan_sent'],
    ]);
    await withdraw(opened);
  });

  it('is added to once however often the request comes', async () => {
    const opened = await accepted();
    await opened.add(opened.body.userId, 'lead');
    const headers = { 'Idempotency-Key': randomUUID() };
    const declared = { relation: 'none', text: '' };
    for (const status of [204, 204])
      expect(
        (await opened.body.api.post(`${opened.atBody}/declarations`, declared, { headers })).status,
      ).toBe(status);
    const rows = await app.database.superuser(
      'SELECT number FROM case_declarations WHERE case_id = $1',
      [opened.id],
    );
    expect(rows).toEqual([{ number: 1 }]);
    await withdraw(opened);
  });

  it('is of nobody but its body', async () => {
    const { opened } = await planned();
    const stranger = await app.body('无关机构');
    const { version } = await opened.seen();
    const cases = `${stranger.path}/cases/${opened.id}`;
    const { content } = await opened.page();
    const empty = { heldOn: null, place: '', minutes: '', attendance: [] };
    const asked = [
      stranger.api.get(`${cases}/plan`),
      stranger.api.put(`${cases}/plan`, content, { ifMatch: 1 }),
      stranger.api.post(
        `${cases}/plan/sending`,
        { text: '', planVersion: 1 },
        { ifMatch: version },
      ),
      stranger.api.post(`${cases}/plan/redrawing`, { text: '' }, { ifMatch: version }),
      stranger.api.post(`${cases}/team`, { userId: stranger.userId, role: 'lead' }),
      stranger.api.delete(`${cases}/team/${opened.body.userId}`),
      stranger.api.post(`${cases}/declarations`, { relation: 'none', text: '' }),
      stranger.api.put(`${cases}/meetings/first`, empty, { ifMatch: 0 }),
      stranger.api.post(`${cases}/meetings/first/holding`, { text: '' }, { ifMatch: version }),
      stranger.api.get(`${opened.atBody}/plan`),
    ];
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual(asked.map(() => 404));
    const assessor = await assessorOf(opened.body);
    const refused = await assessor.api.post(`${opened.atBody}/team`, {
      ...{ userId: assessor.userId, role: 'expert' },
    });
    expect(refused.status).toBe(403);
    await withdraw(opened);
  });
});

describe('a team during the evaluation', () => {
  /** After the first meeting, by a team of two to which the enterprise consented. */
  async function evaluating() {
    const { opened, other } = await planned();
    await opened.send();
    await opened.answer('confirmation', lastPlan(await opened.told()));
    await deliver();
    await recordMeeting(app.database, opened.id, 'first');
    await opened.move('meetings/first/holding', { text: '' });
    await deliver();
    return { opened, other };
  }

  const changesOf = ({ letters }: Seen) =>
    letters.flatMap(({ kind, teamChange }) => (kind === 'team_changed' ? [teamChange] : []));

  async function called(body: TestOrganization, name: string): Promise<Member> {
    const person = await assessorOf(body);
    await app.database.superuser('UPDATE users SET name = $2 WHERE id = $1', [person.userId, name]);
    return person;
  }

  it('is told once to the enterprise, when who came has declared to be independent', async () => {
    const { opened, other } = await evaluating();
    const third = await called(opened.body, '赵评价');
    await opened.add(third.userId, 'assessor');
    await opened.remove(other.userId);
    await deliver();
    expect(changesOf(await opened.told())).toEqual([]);
    await opened.declare(third, 'relative', '配偶在该企业任职');
    expect(changesOf(await opened.seen())).toEqual([]);
    await opened.declare(third);
    await opened.declare(third);
    await deliver();
    await deliver();
    const change = {
      left: [{ name: '王芳', role: 'assessor' }],
      came: [{ name: '赵评价', role: 'assessor' }],
      team: [
        { name: '王芳', role: 'lead' },
        { name: '赵评价', role: 'assessor' },
      ],
    };
    expect(changesOf(await opened.seen())).toMatchObject([change]);
    const told = await opened.told();
    expect(changesOf(told)).toMatchObject([change]);
    expect([told.state, (await opened.seen()).state]).toEqual(['evaluating', 'evaluating']);
    await withdraw(opened);
  });

  it('is told at once where somebody left and nobody comes', async () => {
    const { opened, other } = await evaluating();
    await opened.remove(other.userId);
    const left = [{ name: '王芳', role: 'assessor' }];
    expect(changesOf(await opened.seen())).toMatchObject([{ left, came: [] }]);
    // Who never declared was never there.
    const third = await called(opened.body, '钱评价');
    await opened.add(third.userId, 'assessor');
    await opened.remove(third.userId);
    expect(changesOf(await opened.seen())).toHaveLength(1);
    await deliver();
    expect(changesOf(await opened.told())).toMatchObject([{ left, came: [] }]);
    await withdraw(opened);
  });

  it('knows when somebody was in it who came back as another', async () => {
    const { opened, other } = await evaluating();
    await opened.remove(other.userId);
    await opened.add(other.userId, 'expert');
    await opened.remove(other.userId);
    await opened.add(other.userId, 'assessor');
    const { formerTeam, team } = await opened.page();
    expect(formerTeam).toMatchObject([
      { userId: other.userId, role: 'assessor' },
      { userId: other.userId, role: 'expert' },
    ]);
    expect(team.map(({ role }) => role)).toEqual(['lead', 'assessor']);
    const changes = changesOf(await opened.seen());
    expect(changes.map((one) => [one?.left.length, one?.came.length])).toEqual([
      ...[[1, 0], [0, 1], [1, 0], [0, 1]], // prettier-ignore
    ]);
    await withdraw(opened);
  });

  it('tells of nothing before it, when the enterprise consents to a plan', async () => {
    const { opened, other } = await planned();
    await opened.send();
    await opened.remove(other.userId);
    expect(changesOf(await opened.seen())).toEqual([]);
    await withdraw(opened);
  });
});

describe('competence', () => {
  it('is written by whoever may, and what lacks is told where somebody is chosen', async () => {
    const { opened, other } = await planned();
    const path = `${opened.body.path}/assessors/${other.userId}`;
    const competence = {
      industries: ['A'],
      schemes: [],
      qualifications: [
        { title: '注册评价员', number: 'P-1', issuedBy: '协会', validUntil: '2020-12-31' },
      ],
      languages: ['中文'],
      note: '',
    };
    const write = (by: Member, asked: object, ifMatch = 0) =>
      by.api.put<Problem>(path, asked, { ifMatch });
    expect((await write(other, competence)).status).toBe(403);
    const wrong = await write(opened.body, { ...competence, industries: ['C01'] });
    expect(wrong.body.errors).toMatchObject([{ code: 'not_industry' }]);
    expect((await write(opened.body, competence)).status).toBe(200);
    expect((await write(opened.body, competence)).status).toBe(409);
    const listed = await other.api.get<{ userId: string; version: number }[]>(
      `${opened.body.path}/assessors`,
    );
    expect(listed.body.find(({ userId }) => userId === other.userId)?.version).toBe(1);
    const { candidates } = await opened.page();
    const warningsOf = (id: string) => candidates.find(({ userId }) => userId === id)?.warnings;
    expect(warningsOf(opened.body.userId)).toEqual(['unknown']);
    expect(warningsOf(other.userId)).toEqual([
      ...['qualification_expired', 'scheme_missing', 'industry_missing'],
    ]);
    const { body: loads } = await other.api.get<Page['loads']>(
      `${opened.body.path}/evaluation-loads`,
    );
    const { content } = await opened.page();
    expect(loads.find(({ userId }) => userId === other.userId)?.days).toEqual([
      ...[content.from, content.to],
    ]);
    await withdraw(opened);
  });

  it('goes with the days that are taken: by the agenda, of a plan without one all of its days', async () => {
    const { opened, other } = await planned();
    const { version, content } = await opened.page();
    const daysOf = async (id: string) => {
      const path = `${opened.body.path}/evaluation-loads`;
      const { body: loads } = await other.api.get<Page['loads']>(path);
      return loads.find(({ userId }) => userId === id)?.days;
    };
    const path = `${opened.atBody}/plan`;
    const from = String(content.from);
    const [second, third] = [plusDays(from, 1), plusDays(from, 2)];
    const [line] = content.agenda.filter(({ kind }) => kind === 'evaluation');
    const one = { ...line, day: second, assessors: [other.userId] };
    const asked = { ...content, to: third, agenda: [one, { ...one, day: null }] };
    await opened.body.api.put(path, asked, { ifMatch: version });
    expect(await daysOf(other.userId)).toEqual([second]);
    expect(await daysOf(opened.body.userId)).toEqual([from, second, third]);
    const unknown = { ...content, from: null, agenda: [] };
    await opened.body.api.put(path, unknown, { ifMatch: version + 1 });
    expect(await daysOf(other.userId)).toEqual([]);
    // At its own page a case is none of the others.
    expect((await opened.page()).loads).toEqual([]);
    await withdraw(opened);
  });
});
