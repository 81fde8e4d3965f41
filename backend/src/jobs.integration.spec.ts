import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BUILD_DOSSIER, OrderDossier } from './features/dossiers';
import {
  CheckCurrency,
  IMPORT_CATALOGUE,
  SEND_CATALOGUE_FEEDBACK,
  SEND_CURRENCY_NOTICE,
} from './features/catalogue';
import {
  SEND_ACCESS_TOKEN_NOTICE,
  SEND_ACCOUNT_NOTICE,
  SEND_EMAIL_CHANGE,
  SEND_EMAIL_CHANGE_NOTICE,
  SEND_EMAIL_CONFIRMATION,
  SEND_PASSWORD_RESET,
} from './features/accounts';
import {
  DELIVER_LETTER,
  OFFER_IMPORTED,
  SEND_ENGAGEMENT_NEWS,
  SEND_OFFER,
  TELL_ENGAGEMENT,
} from './features/engagements';
import { DELIVER_TO_BODY, DELIVER_TO_ENTERPRISE } from './features/letters';
import { BUILD_EXPORT, OrderExport } from './features/exports';
import { SEND_INVITATION } from './features/organizations';
import { SEND_DECISION, TELL_DECISION } from './features/platform';
import { JOB_KINDS } from './jobs';
import { JobQueue, TenantDatabase, type JobContext, type JobData } from './kernel';
import { organizationStream } from './kernel/audit/audit-stream';
import { checkChain } from './kernel/audit/check-chain';
import { ownContext } from './kernel/jobs/housekeeping';
import { JobWorker } from './kernel/jobs/job-worker';
import { loadSample } from './sample/load-sample';
import { packsFolder, publishShippedSchemes } from './testing/published-schemes';
import { TestApp, type Member } from './testing/test-app';
import { until } from './testing/until';

/** Of every kind. */
const MANY = 50;
/** Far more than it takes; one job of a kind in 30 s would take 25 minutes. */
const mostSeconds = 150;

let app: TestApp;
let owner: Member;
const organizations = Array.from({ length: MANY }, () => randomUUID());
/** Data of the jobs of one kind; kinds without data of their own work for one organization each. */
const dataOf = new Map<string, readonly (JobData & Record<string, unknown>)[]>();

/** To whom mails of a kind go; a notice goes to the members of the sample. */
const kindsOfMail = new Map<string, ReadonlySet<string>>();

const sql = <Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> =>
  app.database.superuser<Row>(text, values);
const many = <T>(make: (index: number) => T): T[] =>
  Array.from({ length: MANY }, (_, index) => make(index));

beforeAll(async () => {
  app = await TestApp.start({ CATALOGUE_MAINTAINERS: 'keeper@example.com' });
  await publishShippedSchemes(app.database);
  const worker = await app.jobs();
  const folder = join(packsFolder, '../../../backend/samples');
  await loadSample({ app: app.app, worker, folder, editions: ['2017'] });
  const [sample] = await sql<{ organization_id: string; id: string }>(
    'SELECT organization_id, id FROM assessments',
  );
  owner = await app.member(String(sample?.organization_id), 'owner');
  await sql(`INSERT INTO organizations (id, name) SELECT unnest($1::uuid[]), '企业'`, [
    organizations,
  ]);
  await sql(
    `INSERT INTO enterprise_profiles (organization_id, profile) SELECT unnest($1::uuid[]), '{}'`,
    [organizations],
  );
  await prepare(String(sample?.id));
  await sql(`DELETE FROM pgboss.job`);
}, 120_000);
afterAll(() => app.stop());

/** Rows that the jobs are about. */
async function prepare(assessmentId: string): Promise<void> {
  const { context } = owner;
  const order = app.app.get(OrderDossier);
  const dossiers = [
    await order.execute(context, assessmentId),
    await order.execute(context, assessmentId),
  ];
  const { id: exportId } = await app.app.get(OrderExport).execute(context);
  const check = await (
    await app.jobs()
  )
    .get(CheckCurrency, { strict: false })
    .execute(context, new Date('2031-01-01'), false);
  const ids = many(() => randomUUID());
  await sql(
    `INSERT INTO users (id, email, name, password_hash)
     SELECT id, id || '@example.com', '李雷', '-' FROM unnest($1::uuid[]) id`,
    [ids],
  );
  await sql(
    `INSERT INTO email_changes (user_id, email, expires_at)
     SELECT id, 'new-' || id || '@example.com', now() + interval '1 day' FROM unnest($1::uuid[]) id`,
    [ids],
  );
  await sql(
    `INSERT INTO invitations (organization_id, id, email, role, invited_by, expires_at)
     SELECT $1, id, 'invited-' || id || '@example.com', 'viewer', $2, now() + interval '1 day'
     FROM unnest($3::uuid[]) id`,
    [context.organizationId, context.userId, ids],
  );
  await sql(
    `INSERT INTO engagement_offers (organization_id, id, offered_by, email, readable, writable,
       starts_at, ends_at, offered_by_id, offered_by_name, expires_at)
     SELECT $1, id, 'consultancy', 'offered-' || id || '@example.com', '{register}', '{}',
       now(), now() + interval '1 year', $2, '王芳', now() + interval '1 day'
     FROM unnest($3::uuid[]) id`,
    [context.organizationId, context.userId, ids],
  );
  await sql(
    `INSERT INTO catalogue_feedback (organization_id, id, identity_key, number, message, user_id, user_name)
     SELECT $1, id, 'x', 'GB/T 1', '有误', $2, '王芳' FROM unnest($3::uuid[]) id`,
    [context.organizationId, context.userId, ids],
  );
  for (const [index, id] of ids.entries())
    await sql(
      `INSERT INTO catalogue_uploads (id, file_name, source, checked_on, state, bytes, reading, rows,
         inserted, changed, unchanged, refused, problems, created_by_name)
       VALUES ($1, 'x.csv', '公告', '2026-05-01', 'waiting', $2, '{}', 0, 0, 0, 0, 0, '[]', '王芳')`,
      [id, Buffer.from(`标准号,标准名称,实施日期\nGB/T ${70_000 + index}-2020,甲,2020-07-01\n`)],
    );
  const leaders = many(() => randomUUID());
  await sql(
    `INSERT INTO users (id, email, name, password_hash)
     SELECT id, 'leads-' || id || '@example.com', '李雷', '-' FROM unnest($1::uuid[]) id`,
    [leaders],
  );
  await sql(
    `INSERT INTO memberships (organization_id, user_id, role)
     SELECT led, leader, 'owner' FROM unnest($1::uuid[], $2::uuid[]) AS each(led, leader)`,
    [organizations, leaders],
  );
  kindsOfMail.set('decision', new Set(leaders.map((id) => `leads-${id}@example.com`)));
  kindsOfMail.set('account', new Set(ids.map((id) => `${id}@example.com`)));
  kindsOfMail.set('change', new Set(ids.map((id) => `new-${id}@example.com`)));
  kindsOfMail.set('invitation', new Set(ids.map((id) => `invited-${id}@example.com`)));
  kindsOfMail.set('offer', new Set(ids.map((id) => `offered-${id}@example.com`)));
  kindsOfMail.set('feedback', new Set(['keeper@example.com']));
  const put = (kind: { readonly name: string }, data: (index: number) => Record<string, unknown>) =>
    dataOf.set(
      kind.name,
      many((index) => ({ context, ...data(index) })),
    );
  put(BUILD_DOSSIER, (index) => ({ dossierId: dossiers[index % 2]?.id }));
  put(SEND_CURRENCY_NOTICE, () => ({ checkId: check.checkId }));
  put(SEND_PASSWORD_RESET, (index) => ({ email: `${ids[index]}@example.com` }));
  put(SEND_EMAIL_CONFIRMATION, (index) => ({ context: { ...context, userId: ids[index] } }));
  put(SEND_EMAIL_CHANGE, (index) => ({
    context: { ...context, userId: ids[index] },
    email: `new-${ids[index]}@example.com`,
  }));
  put(SEND_EMAIL_CHANGE_NOTICE, (index) => ({
    context: { ...context, userId: ids[index] },
    email: `new-${ids[index]}@example.com`,
    place: { browser: 'Firefox · Linux', network: 'private' },
  }));
  put(SEND_ACCOUNT_NOTICE, (index) => ({
    context: { ...context, userId: ids[index] },
    notice: 'second_factor_on',
  }));
  put(SEND_ACCESS_TOKEN_NOTICE, (index) => ({
    context: { ...context, userId: ids[index] },
    ...{ name: '取数', days: 90, isWriting: false },
  }));
  put(SEND_INVITATION, (index) => ({ invitationId: ids[index] }));
  put(SEND_CATALOGUE_FEEDBACK, (index) => ({ feedbackId: ids[index] }));
  const decision = (index: number) => ({
    context: { ...ownContext(), organizationId: organizations[index] },
    ...{ move: 'suspend', reason: '逾期', version: 2 },
  });
  put(TELL_DECISION, decision);
  put(SEND_DECISION, (index) => ({ ...decision(index), personId: leaders[index] }));
  put(BUILD_EXPORT, () => ({ exportId }));
  put(SEND_OFFER, (index) => ({ offerId: ids[index] }));
  const news = (index: number) => ({
    context: { ...ownContext(), organizationId: organizations[index] },
    ...{ news: 'accepted', partner: '良方咨询', until: '2027-01-01' },
  });
  put(TELL_ENGAGEMENT, news);
  put(SEND_ENGAGEMENT_NEWS, (index) => ({ ...news(index), leaderId: leaders[index] }));
  put(DELIVER_LETTER, (index) => ({
    context: { ...ownContext(), organizationId: organizations[index] },
    letter: {
      ...{ id: ids[index], consultancyId: organizations[index], consultancyName: '良方咨询' },
      ...{ clientId: context.organizationId, clientName: '委托企业', offeredBy: 'client' },
      ...{ state: 'withdrawn', version: 2, readable: ['register'], writable: [], reason: '' },
      ...{ from: '2026-01-01', until: '2027-01-01' },
    },
  }));
  const body = await writeLetters(String(dossiers[0]?.id), ids);
  put(DELIVER_TO_BODY, (index) => ({ caseId: ids[index], addresseeId: body }));
  put(DELIVER_TO_ENTERPRISE, (index) => ({
    context: { ...ownContext(), organizationId: body },
    ...{ caseId: ids[index], addresseeId: context.organizationId },
  }));
  put(OFFER_IMPORTED, (index) => ({ importId: ids[index], run: 1 }));
  put(IMPORT_CATALOGUE, (index) => ({ uploadId: ids[index] }));
}

/** Cases between the sample and a body, in each a letter on its way to either side. @returns the id of the body */
async function writeLetters(dossierId: string, ids: readonly string[]): Promise<string> {
  const { organizationId, userId } = owner.context;
  const body = await app.body();
  await sql(
    `INSERT INTO submissions (organization_id, id, body_id, body_name, dossier_id, assessment_id, state, heard,
       written, submitted_by, submitted_by_name)
     SELECT $1, id, $2, '评价中心', $3, id, 'received', 1, 2, $4, '王芳' FROM unnest($5::uuid[]) id`,
    [organizationId, body.organizationId, dossierId, userId, ids],
  );
  await sql(
    `INSERT INTO cases (organization_id, id, number, enterprise_id, enterprise_name, state, material, heard, written)
     SELECT $1, id, '2026-' || lpad(at::text, 4, '0'), $2, '企业', 'received', 1, 1, 2
     FROM unnest($3::uuid[]) WITH ORDINALITY AS each(id, at)`,
    [body.organizationId, organizationId, ids],
  );
  for (const [writer, by, kind, to] of [
    [organizationId, 'enterprise', 'answered', body.organizationId],
    [body.organizationId, 'body', 'asked', organizationId],
  ])
    await sql(
      `INSERT INTO letters (organization_id, case_id, written_by, number, kind, state, seen, content, writer_name,
         addressee_id)
       SELECT $1, id, $2, 2, $3, 'received', 1, '{"text": "厂区有几处？"}', '王芳', $4 FROM unnest($5::uuid[]) id`,
      [writer, by, kind, to, ids],
    );
  return body.organizationId;
}

async function enqueueAll(): Promise<void> {
  const queue = app.app.get(JobQueue);
  const contextOf = (organizationId: string): JobContext => ({ ...ownContext(), organizationId });
  await app.app.get(TenantDatabase).transaction(owner.context, async (manager) => {
    for (const kind of JOB_KINDS) {
      const data = dataOf.get(kind.name) ?? organizations.map((id) => ({ context: contextOf(id) }));
      for (const each of data) await queue.enqueue(manager, kind, each);
    }
  });
}

interface Counted {
  readonly name: string;
  readonly completed: number;
  readonly all: number;
}
const counted = (): Promise<Counted[]> =>
  sql(`SELECT name, count(*)::int AS all, count(*) FILTER (WHERE state = 'completed')::int AS completed
       FROM pgboss.job GROUP BY name`);

/** Mails by what they are about. */
async function mails(): Promise<Record<string, number>> {
  const outbox = join(app.config.dataDir, 'outbox');
  const counts: Record<string, number> = {};
  for (const name of await readdir(outbox)) {
    const to = /^To: (\S+)/m.exec(await readFile(join(outbox, name), 'utf8'))?.[1] ?? '';
    const kind = [...kindsOfMail].find(([, addresses]) => addresses.has(to))?.[0] ?? 'notice';
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}

/** All that jobs leave behind, but for mails, their links, and the times of writing. */
async function result(): Promise<unknown> {
  const rows = (text: string): Promise<unknown[]> => sql(text);
  return {
    dossiers: await rows('SELECT id, state, sha256, pages FROM dossiers ORDER BY id'),
    issued: await rows('SELECT code, sha256 FROM issued_dossiers ORDER BY code'),
    catalogue: await rows('SELECT count(*)::int, max(number) FROM catalogue_standards'),
    uploads: await rows(
      'SELECT state, inserted, unchanged, count(*)::int FROM catalogue_uploads GROUP BY 1, 2, 3',
    ),
    checks: await rows('SELECT organization_id, day, changes FROM currency_checks ORDER BY 1, 2'),
    notices: await rows('SELECT check_id, user_id FROM currency_notices ORDER BY 1, 2'),
    feedback: await rows('SELECT mailed_at FROM catalogue_feedback ORDER BY id'),
    standards: await rows('SELECT count(*)::int FROM standards'),
    evidence: await rows('SELECT count(*)::int FROM evidence_revisions'),
    exports: await rows('SELECT id, state, sha256 FROM organization_exports ORDER BY id'),
    invitations: await rows('SELECT id, accepted_at FROM invitations ORDER BY id'),
    correspondence: await rows(
      `SELECT organization_id, case_id, written_by, number, kind, state, delivered_at IS NULL AS waits
       FROM letters ORDER BY 1, 2, 3, 4`,
    ),
    letters: await rows('SELECT organization_id, id, state, version FROM clients ORDER BY id'),
  };
}

async function allDone(): Promise<void> {
  await enqueueAll();
  await until(
    async () => (await counted()).every(({ all, completed }) => all === completed),
    'every job of every kind',
    mostSeconds,
  );
  const counts = await counted();
  for (const { name } of JOB_KINDS)
    expect(counts.find((each) => each.name === name)?.completed).toBeGreaterThanOrEqual(MANY);
}

describe('fifty jobs of every kind, with two workers', () => {
  it('are all done, and done again they change nothing more', async () => {
    const [one, other] = [await app.jobs(), await app.anotherWorker()];
    await Promise.all([one.get(JobWorker).start(), other.get(JobWorker).start()]);
    await allDone();
    const once = await result();
    expect(once).toMatchObject({
      uploads: [{ state: 'done', inserted: 1, unchanged: 0, count: MANY }],
      catalogue: [{ max: expect.stringContaining('70049') }],
    });
    const states = await sql<{ state: string }>('SELECT DISTINCT state FROM dossiers');
    expect(states).toEqual([{ state: 'ready' }]);
    const [told] = await sql<{ count: number }>('SELECT count(*)::int FROM currency_notices');
    const notice = told?.count;
    expect(notice).toBeGreaterThan(0);
    expect(await mails()).toEqual({
      account: 5 * MANY,
      change: MANY,
      invitation: MANY,
      offer: MANY,
      // Those that were told of ordered one more each: of decisions and of engagements.
      decision: 4 * MANY,
      feedback: MANY,
      notice,
    });

    await sql('DELETE FROM pgboss.job');
    await allDone();
    expect(await result()).toEqual(once);
    // A link is made by the job and may be mailed twice, as a decision to one; what only tells is told once.
    expect(await mails()).toEqual({
      account: 10 * MANY,
      change: 2 * MANY,
      invitation: 2 * MANY,
      offer: 2 * MANY,
      // News of an engagement are mailed twice rather than not at all.
      decision: 7 * MANY,
      feedback: MANY,
      notice,
    });
    const database = one.get(TenantDatabase);
    for (const organizationId of [owner.context.organizationId, ...organizations])
      expect(
        await database.readOneInstant({ ...ownContext(), organizationId }, (manager) =>
          checkChain(manager, organizationStream(organizationId)),
        ),
      ).toMatchObject({ faults: [] });
  }, 400_000);
});
