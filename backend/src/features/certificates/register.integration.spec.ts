import { TestApp } from '../../testing/test-app';

const MANY = 20_000;

describe('the public register with very many certificates', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await TestApp.start();
    await app.database.superuser(
      `INSERT INTO registered_certificates (body_id, code, number, enterprise_name, name_pairs, credit_code, body_name,
         grade, scope, standard, issued_on, valid_until, state, state_on, renews, renewed_by)
       SELECT gen_random_uuid(), 'C' || n, 'LX-' || n, name, app.pairs_of(name), 'CREDIT' || n, '', 'AAA', '', '',
         '2026-01-01', '2099-01-01', 'valid', '2026-01-01', '', ''
       FROM generate_series(1, $1::integer) n, LATERAL (SELECT '企业' || to_char(n, 'FM000000') || '制造公司' AS name) e`,
      [MANY],
    );
    await app.database.superuser('ANALYZE registered_certificates');
  }, 120_000);
  afterAll(() => app.stop());

  /** How the database goes about what a function asks, with its parameters in turn. */
  async function planOf(name: string, parameters: readonly string[], values: readonly string[]) {
    const [row] = await app.database.superuser<{ body: string }>(
      `SELECT prosrc AS body FROM pg_proc WHERE proname = $1`,
      [name],
    );
    const asked = parameters.reduce(
      (text, parameter, at) =>
        text.replaceAll(new RegExp(`\\b${parameter}\\b`, 'g'), values[at] ?? ''),
      String(row?.body),
    );
    const lines = await app.database.superuser<{ 'QUERY PLAN': string }>(`EXPLAIN ${asked}`);
    return lines.map((line) => line['QUERY PLAN']).join('\n');
  }
  const search = (name: string, code: string, number: string) =>
    planOf(
      'find_certificates',
      ['in_name', 'of_code', 'of_number', 'most', 'skipped'],
      [...[name, code, number].map((text) => `'${text}'::text`), '20', '0'],
    );

  it('is searched by number, credit code and part of a name through indexes, and read as a whole for none', async () => {
    const plan = await search('00042制', 'CREDIT42', 'LX-42');
    for (const index of ['registered_by_number', 'registered_by_credit_code', 'registered_by_name'])
      expect(plan).toContain(index);
    expect(plan).not.toContain('Seq Scan');
    const verified = await planOf('certificate_by_code', ['of_code'], [`'C42'::text`]);
    expect(verified).toContain('registered_by_code');
    expect(verified).not.toContain('Seq Scan');
  });

  it('finds the same by each of them, once, and nothing by what stands apart in a name', async () => {
    const found = async (q: string) =>
      (
        await app
          .visitor()
          .get<{ number: string }[]>(`/api/certificates?q=${encodeURIComponent(q)}`)
      ).body.map(({ number }) => number);
    for (const q of ['LX-42', 'credit42', '企业000042制造公司', '00042制', '42制造'])
      expect(await found(q)).toContain('LX-42');
    expect(await found('LX-42')).toHaveLength(1);
    expect(await found('企业制造')).toEqual([]);
    expect(await found('制造公司')).toHaveLength(20);
  });

  it('is read by nobody but through its two functions', async () => {
    const rows = await app.database.superuser(
      `SELECT role FROM unnest(ARRAY['liangxing_app', 'liangxing_jobs']) role
       WHERE has_table_privilege(role, 'registered_certificates', 'SELECT, INSERT, UPDATE, DELETE')`,
    );
    expect(rows).toEqual([]);
  });
});
