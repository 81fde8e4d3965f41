/** The queue of a body over the API: 1,000 open cases against a bare statement, and one case with 300 files. */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { milliseconds, reasonOf, report, sideBySide, type BenchRow } from './measure';
import { call, startProduct, type Product } from './product';

const CASES = 1_000;
const FILES = 300;
const REPETITIONS = 31;

/** What is shown, joined by who owns all rows: no policies, nobody who asks. */
const BARE = `SELECT c.id, c.version, c.number, c.enterprise_id, c.enterprise_name, c.state, c.material, c.heard,
    c.written, c.received_at, c.changed_at, m.scheme_id, m.scheme_title, m.target_grade, m.grade, m.total, m.readiness
  FROM cases c JOIN case_materials m ON m.organization_id = c.organization_id AND m.case_id = c.id
    AND m.number = c.material
  WHERE c.organization_id = $1 ORDER BY c.received_at, c.id`;

const BARE_FILES = `SELECT evidence_id, revision, title, file_name, media_type, size, sha256, storage_key
  FROM case_files WHERE organization_id = $1 AND case_id = $2 AND material = 1 ORDER BY title, evidence_id, revision`;

/** A body that the signed-in person directs, with its cases; written behind the API. @returns its id and a case with files */
async function makeCases(client: pg.Client, userId: string): Promise<{ id: string; one: string }> {
  const id = randomUUID();
  await client.query(
    `INSERT INTO organizations (id, name, kind) VALUES ($1, '评价中心', 'assessment_body')`,
    [id],
  );
  await client.query(
    `INSERT INTO memberships (organization_id, user_id, role, organization_kind)
     VALUES ($1, $2, 'director', 'assessment_body')`,
    [id, userId],
  );
  await client.query(
    `INSERT INTO cases (organization_id, id, number, enterprise_id, enterprise_name, state, material, heard, written,
       received_at)
     SELECT $1, gen_random_uuid(), '2026-' || lpad(n::text, 4, '0'), gen_random_uuid(), '企业 ' || n || ' 有限公司',
       'checking', 1, 1, 2, now() - n * interval '1 hour' FROM generate_series(1, ${CASES}) n`,
    [id],
  );
  await client.query(
    `INSERT INTO case_materials (organization_id, case_id, number, dossier_number, code, material, material_sha256,
       snapshot, snapshot_sha256, storage_key, pdf_size, pdf_sha256, scheme_id, scheme_title, target_grade, grade, total,
       readiness)
     SELECT organization_id, id, 1, 1, 'LX-' || number, repeat('{"材料": 1}', 2000), '', repeat('{"快照": 1}', 2000), '',
       id::text, 1000000, '', 'gsp-2017', '{"zh-CN": "2017 版准备情况", "en": "Readiness 2017"}', 'AAAA', NULL, NULL, 8000
     FROM cases WHERE organization_id = $1`,
    [id],
  );
  const { rows } = await client.query<{ id: string }>(
    'SELECT id FROM cases WHERE organization_id = $1 ORDER BY number LIMIT 1',
    [id],
  );
  const one = String(rows[0]?.id);
  await client.query(
    `INSERT INTO case_files (organization_id, case_id, material, evidence_id, revision, title, file_name, media_type,
       size, sha256, storage_key)
     SELECT $1, $2, 1, gen_random_uuid(), 1, '检验记录 ' || n, '检验记录' || n || '.pdf', 'application/pdf', 100000,
       md5(n::text), 'k' || n FROM generate_series(1, ${FILES}) n`,
    [id, one],
  );
  return { id, one };
}

async function measure(product: Product): Promise<BenchRow[]> {
  const bare = new pg.Client({ connectionString: product.databaseUrl });
  await bare.connect();
  try {
    const { user } = await call<{ user: { id: string } }>(product, '/api/sessions/current');
    const { id, one } = await makeCases(bare, user.id);
    await bare.query('ANALYZE');
    const queue = `/api/organizations/${id}/cases`;
    // The server hears of the new membership by NOTIFY.
    for (let tries = 0; ; tries += 1) {
      const found = await call<unknown[]>(product, queue).catch(() => null);
      if (found?.length === CASES) break;
      if (tries > 100) throw new Error('the cases are not shown');
      await new Promise((done) => setTimeout(done, 50));
    }
    const [all = Number.NaN, statement = Number.NaN] = await sideBySide(REPETITIONS, [
      () => call(product, queue),
      () => bare.query({ name: 'cases', text: BARE, values: [id] }),
    ]);
    const [opened = Number.NaN, files = Number.NaN] = await sideBySide(REPETITIONS, [
      () => call(product, `${queue}/${one}`),
      () => bare.query({ name: 'files', text: BARE_FILES, values: [id, one] }),
    ]);
    return [
      {
        what: 'Queue of 1,000 cases over the API',
        ours: milliseconds(all),
        other: `${milliseconds(statement)} bare statement`,
        ratio: all / statement,
        aim: { atMost: 3 },
      },
      {
        what: `A case with ${String(FILES)} files over the API`,
        ours: milliseconds(opened),
        other: `${milliseconds(files)} bare statement for its files`,
        ratio: opened / files,
      },
    ];
  } finally {
    await bare.end();
  }
}

const product = await startProduct().catch((error: unknown) => reasonOf(error));
if (typeof product === 'string') report([{ what: 'Cases', missing: product }], []);
else
  try {
    report(await measure(product), [
      'The bare statement reads the same rows as superuser on one connection, rows parsed by the driver.',
    ]);
  } catch (error) {
    report([{ what: 'Cases', missing: reasonOf(error) }], []);
  } finally {
    await product.stop();
  }
