/** The list of a consultancy's clients over the API: 500 of them against a bare statement, and how its first page grows. */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { milliseconds, reasonOf, report, sideBySide, type BenchRow } from './measure';
import { call, startProduct, type Product } from './product';

const SIZES = [50, 500] as const;
const REPETITIONS = 31;
const DATES = 40;

/** What is shown, joined by who owns all rows: no function, no parts, nobody who asks. */
const BARE = `SELECT g.organization_id, o.name, g.readable, g.ends_at, f.*,
    (SELECT jsonb_build_object('on', d.due_on, 'kind', d.kind, 'title', d.title)
      FROM organization_due_dates d WHERE d.organization_id = g.organization_id
        AND d.due_on >= current_date ORDER BY d.due_on, d.kind, d.subject_id LIMIT 1) AS next_due
  FROM access_grants g JOIN organizations o ON o.id = g.organization_id
  JOIN organization_figures f ON f.organization_id = g.organization_id
  WHERE g.grantee_id = $1 AND g.revoked_at IS NULL AND g.ends_at > now()
  ORDER BY g.organization_id LIMIT 500`;

const sections = ['标准化管理', '技术标准体系', '管理标准体系', '工作标准体系', '实施', '加分'].map(
  (title, at) => ({
    id: String(at + 1),
    title: { 'zh-CN': title, en: title },
    isBonus: at === 5,
    share: 40 + 10 * at,
  }),
);

const ASSESSMENT = JSON.stringify({
  title: '2026 年自我评价',
  schemeId: 'gsp-2004',
  schemeVersion: '1.0.0',
  kind: 'scored',
  targetGrade: 'AAAA',
  grade: 'AAA',
  reachesTarget: false,
  basic: 34_500,
  bonus: 2_000,
  total: 36_500,
  basicPoints: 40_000,
  bonusPoints: 10_000,
  answered: 80,
  items: 96,
  isProvisional: false,
  readiness: null,
  sections,
});

/** A consultancy that the signed-in person leads, and clients with figures and dates; written behind the API. @returns its id */
async function makeClients(client: pg.Client, userId: string, count: number): Promise<string> {
  const id = randomUUID();
  await client.query(`INSERT INTO organizations (id, name, kind) VALUES ($1, $2, 'consultancy')`, [
    id,
    `咨询 ${count}`,
  ]);
  await client.query(
    `INSERT INTO memberships (organization_id, user_id, role, organization_kind)
     VALUES ($1, $2, 'owner', 'consultancy')`,
    [id, userId],
  );
  await client.query(
    `CREATE TEMP TABLE made AS SELECT gen_random_uuid() AS id, n FROM generate_series(1, $1::int) n`,
    [count],
  );
  await client.query(`INSERT INTO organizations (id, name) SELECT id, '客户 ' || n FROM made`);
  await client.query(
    `INSERT INTO access_grants (organization_id, id, grantee_id, grantee_name, readable, writable,
       ends_at, given_by, given_by_name)
     SELECT id, gen_random_uuid(), $1, '咨询', '{profile,register,system,assessment,evidence,records,improvements,dossier}',
       '{}', now() + interval '1 year', $2, '王芳' FROM made`,
    [id, userId],
  );
  await client.query(
    `INSERT INTO organization_figures (organization_id, read_at, seen_event, seen_at, profile, system, register,
       assessment, improvements, dossier, active_at)
     SELECT id, now(), 0, '-infinity', '{"done": 12, "total": 20}', '{"completeness": 70, "missing": 9}',
       '{"total": 400, "existing": 380, "expired": 6}', $1, jsonb_build_object('open', n % 40, 'overdue', n % 7),
       NULL, jsonb_build_object('register', now() - n * interval '1 hour', 'assessment', now()) FROM made`,
    [ASSESSMENT],
  );
  await client.query(
    `INSERT INTO organization_due_dates (organization_id, kind, subject_id, area, due_on, title, owner, number)
     SELECT id, 'action', m::text, 'improvements', current_date - 20 + m, '首件检验没有记录', '质量部', m
     FROM made, generate_series(1, ${DATES}) m`,
  );
  await client.query('DROP TABLE made');
  return id;
}

async function measure(product: Product): Promise<BenchRow[]> {
  const bare = new pg.Client({ connectionString: product.databaseUrl });
  await bare.connect();
  try {
    const { user } = await call<{ user: { id: string } }>(product, '/api/sessions/current');
    const ids: string[] = [];
    for (const size of SIZES) ids.push(await makeClients(bare, user.id, size));
    await bare.query('ANALYZE');
    const pathOf = (at: number, limit: number): string =>
      `/api/organizations/${ids[at] ?? ''}/portfolio/clients?limit=${limit}`;
    interface Page {
      readonly clients: unknown[];
    }
    // The server hears of the new memberships by NOTIFY.
    for (const at of SIZES.keys())
      for (let tries = 0; ; tries += 1) {
        const found = await call<Page>(product, pathOf(at, 500)).catch(() => null);
        if (found?.clients.length === SIZES[at]) break;
        if (tries > 100) throw new Error('the clients are not shown');
        await new Promise((done) => setTimeout(done, 50));
      }
    const [all = Number.NaN, statement = Number.NaN] = await sideBySide(REPETITIONS, [
      () => call(product, pathOf(1, 500)),
      () => bare.query({ name: 'clients', text: BARE, values: [ids[1]] }),
    ]);
    const [small = Number.NaN, large = Number.NaN] = await sideBySide(REPETITIONS, [
      () => call(product, pathOf(0, 50)),
      () => call(product, pathOf(1, 50)),
    ]);
    return [
      {
        what: 'Portfolio of 500 clients over the API',
        ours: milliseconds(all),
        other: `${milliseconds(statement)} bare statement`,
        ratio: all / statement,
        aim: { atMost: 3 },
      },
      {
        what: 'Portfolio, first page of 50 clients, growth from 50 to 500',
        ours: milliseconds(large),
        other: `${milliseconds(small)} for 50`,
        ratio: large / small,
        aim: { atMost: 1.5 },
      },
    ];
  } finally {
    await bare.end();
  }
}

const product = await startProduct().catch((error: unknown) => reasonOf(error));
if (typeof product === 'string') report([{ what: 'Portfolio', missing: product }], []);
else
  try {
    report(await measure(product), [
      `Every client has figures of all parts, six sections and ${DATES} dates. The bare statement reads the same rows as superuser on one connection, rows parsed by the driver; the API goes through session, grant, parts and the answer as JSON.`,
    ]);
  } catch (error) {
    report([{ what: 'Portfolio', missing: reasonOf(error) }], []);
  } finally {
    await product.stop();
  }
