/** A case with 300 files of evidence opened in the browser, and 100 assessors who score at once. */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { crowd, idempotencyKey, percentile, type Ask, type Person } from './load-clients';
import { writePerson, type WrittenPerson } from './load-tenants';
import { milliseconds, reasonOf, report, type BenchRow } from './measure';
import { openingTimes } from './opening';
import { call, startProduct, type Product } from './product';
import { orderDossier, pause, withWorker } from './worker';

const FILES = 300;
const ASSESSORS = 100;
const SECONDS = Number(process.env['LOAD_SECONDS'] ?? 30);
const THINK_MS = 3_000;

interface Scheme {
  readonly kind: 'scored' | 'readiness';
  readonly sections: readonly {
    readonly groups: readonly { readonly items: readonly { readonly id: string }[] }[];
  }[];
}

interface Evaluated {
  readonly bodyId: string;
  readonly caseId: string;
  readonly itemIds: readonly string[];
  /** The worst that can be judged. */
  readonly worst: 'not_established' | 'not_met';
}

/** A body that the signed-in person directs, and that takes applications; written behind the API. */
async function openBody(client: pg.Client, product: Product): Promise<string> {
  const { user } = await call<{ user: { id: string } }>(product, '/api/sessions/current');
  const id = randomUUID();
  await client.query(
    `INSERT INTO organizations (id, name, kind) VALUES ($1, '评价中心', 'assessment_body')`,
    [id],
  );
  await client.query(
    `INSERT INTO memberships (organization_id, user_id, role, organization_kind)
     VALUES ($1, $2, 'director', 'assessment_body')`,
    [id, user.id],
  );
  await client.query(
    `INSERT INTO body_profiles (organization_id, version, introduction, contact, fees, materials, is_accepting,
       updated_at, updated_by_name)
     VALUES ($1, 1, '', '', '', '[]', true, now(), '')`,
    [id],
  );
  return id;
}

/** The sample with 300 more files, handed in to a new body and under evaluation there. */
async function evaluated(client: pg.Client, product: Product): Promise<Evaluated> {
  const base = `/api/organizations/${product.organizationId}`;
  const all = await call<{ id: string; schemeId: string; schemeVersion: string }[]>(
    product,
    `${base}/assessments`,
  );
  const assessment = all.find(({ schemeId }) => schemeId === 'gsp-2004') ?? all[0];
  if (assessment === undefined) throw new Error('the sample has no self-evaluation');
  const scheme = await call<Scheme>(
    product,
    `/api/schemes/${assessment.schemeId}/versions/${assessment.schemeVersion}`,
  );
  const itemIds = scheme.sections.flatMap(({ groups }) =>
    groups.flatMap(({ items }) => items.map(({ id }) => id)),
  );
  for (let at = 0; at < FILES; at += 1) {
    const form = new FormData();
    form.append('file', new Blob([`检验记录 ${at}`], { type: 'text/plain' }), `检验记录 ${at}.txt`);
    form.append('title', `检验记录 ${at}`);
    form.append('assessmentId', assessment.id);
    form.append('itemId', itemIds[at % itemIds.length] ?? '');
    await call(product, `${base}/evidence`, form);
  }
  const bodyId = await openBody(client, product);
  const caseId = await withWorker(product, async () => {
    const dossierId = await orderDossier(product, base, assessment.id);
    const { id } = await call<{ id: string }>(product, `${base}/submissions`, {
      ...{ dossierId, bodyId, text: '' },
    });
    const arrived = 'SELECT id FROM cases WHERE id = $1';
    while ((await client.query(arrived, [id])).rowCount === 0) await pause(100);
    return id;
  });
  await client.query(`UPDATE cases SET state = 'evaluating' WHERE id = $1`, [caseId]);
  const worst = scheme.kind === 'scored' ? 'not_established' : 'not_met';
  return { bodyId, caseId, itemIds, worst };
}

async function joinTeam(
  client: pg.Client,
  { bodyId, caseId }: Evaluated,
  userId: string,
  role: 'lead' | 'assessor',
): Promise<void> {
  await client.query(
    `INSERT INTO case_team (organization_id, case_id, user_id, name, role, added_by_name)
     VALUES ($1, $2, $3, '负载', $4, '负载')`,
    [bodyId, caseId, userId, role],
  );
  await client.query(
    `INSERT INTO case_declarations (organization_id, case_id, user_id, number, relation, text)
     VALUES ($1, $2, $3, 1, 'none', '')`,
    [bodyId, caseId, userId],
  );
}

/** One who judges items of the own sheet, one after another, and now and then reads it. */
function assessor(
  { bodyId, caseId, itemIds, worst }: Evaluated,
  who: WrittenPerson,
  start: number,
): Person {
  const base = `/api/organizations/${bodyId}/cases/${caseId}/sheet`;
  const versions = new Map<string, number>();
  let at = start;
  return {
    next: () => {
      at += 1;
      const headers = { cookie: who.cookie };
      if (at % 10 === 0) return { method: 'GET', path: base, headers };
      const itemId = itemIds[at % itemIds.length] ?? '';
      return {
        method: 'PUT',
        path: `${base}/answers/${itemId}`,
        headers: {
          ...headers,
          'x-xsrf-token': who.csrf,
          'if-match': `"${versions.get(itemId) ?? 0}"`,
          'idempotency-key': idempotencyKey(),
        },
        body: JSON.stringify({
          ...{ state: worst, rules: {}, finding: `第 ${at} 次记录`, reason: '' },
          ...{ approval: null, measured: null },
        }),
      };
    },
    heard: ({ method, path }: Ask, status, body) => {
      if (method !== 'PUT' || status >= 300) return;
      const { version } = JSON.parse(body) as { version: number };
      versions.set(path.slice(path.lastIndexOf('/') + 1), version);
    },
  };
}

async function crowdRow(
  { address }: Product,
  found: Evaluated,
  people: readonly WrittenPerson[],
): Promise<BenchRow[]> {
  const [first] = people;
  if (first === undefined) throw new Error('nobody scores');
  // One alone does not think as long: a hundredth part of its waits has to be a figure.
  const alone = await crowd(address, [assessor(found, first, 0)], {
    ...{ seconds: Math.min(20, SECONDS), thinkMs: 20 },
  });
  const all = await crowd(
    address,
    people.slice(1).map((person, at) => assessor(found, person, at)),
    { seconds: SECONDS, thinkMs: THINK_MS },
  );
  const failed = [...alone.failures, ...all.failures];
  if (failed.length > 0) throw new Error(failed.map(([what, n]) => `${what} × ${n}`).join(', '));
  const [one, many] = [percentile(alone.times, 0.99), percentile(all.times, 0.99)];
  return [
    {
      what: `${ASSESSORS} assessors score one case at once, ${THINK_MS / 1000} s to think: 99 of 100 wait at most`,
      ours: milliseconds(many),
      other: `${milliseconds(one)} one alone`,
      ratio: many / one,
      aim: { atMost: 3 },
    },
  ];
}

async function measure(product: Product): Promise<BenchRow[]> {
  const client = new pg.Client({ connectionString: product.databaseUrl });
  await client.connect();
  try {
    const found = await evaluated(client, product);
    const people: WrittenPerson[] = [];
    for (let at = 0; at <= ASSESSORS; at += 1) {
      const person = await writePerson(client, product, {
        ...{ organizationId: found.bodyId, role: 'assessor', kind: 'assessment_body' },
      });
      await joinTeam(client, found, person.id, at === 0 ? 'lead' : 'assessor');
      people.push(person);
    }
    await client.query('ANALYZE');
    const [lead] = people;
    if (lead === undefined) throw new Error('nobody leads');
    const { cold, warm } = await openingTimes(product, {
      path: `/o/${found.bodyId}/cases/${found.caseId}/sheet`,
      testId: 'sheet-item',
      cookie: lead.cookie,
    });
    const what = `A case of ${found.itemIds.length} items with ${FILES} files opened in the browser`;
    const row = (name: string, time: number): BenchRow => ({
      what: `${what}, ${name}`,
      ours: milliseconds(time),
      other: '1,500 ms',
      ratio: time / 1_500,
      aim: { atMost: 1 },
    });
    return [
      row('empty browser cache', cold),
      row('second visit', warm),
      ...(await crowdRow(product, found, people)),
    ];
  } finally {
    await client.end();
  }
}

let product: Product | undefined;
const rows: BenchRow[] = [];
try {
  product = await startProduct();
  rows.push(...(await measure(product)));
} catch (error) {
  rows.push({ what: 'Review', missing: reasonOf(error) });
} finally {
  await product?.stop();
}
report(rows, [
  'Opened: from the navigation to the sheet until its first item is visible in Chromium on the same machine, without network delay.',
  'Of ten requests of an assessor nine save a judgement of the own sheet, one reads the sheet; one alone asks every 20 ms. Generator, server and database share the two cores.',
]);
