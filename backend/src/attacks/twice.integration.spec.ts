import type { Member } from '../testing/test-app';
import { ApiDescription, type Operation } from './api-description';
import { ARRANGED } from './arranged-requests';
import { AttackedEnterprise } from './attacked-enterprise';
import { makeRightRequest } from './generated-case';
import type { KnownValues } from './plausible-values';
import { closeConnections, type RawAnswer, type RawRequest } from './raw-request';
import { SeededRandom } from './seeded-random';
import { knownValues, Target } from './target';

/** Every route that creates or moves something, asked three times with one key: twice at once, then once more. */
const api = new ApiDescription();
let enterprise: AttackedEnterprise;
let known: KnownValues;

beforeAll(async () => {
  enterprise = await AttackedEnterprise.start();
  known = await knownValues(enterprise);
}, 300_000);
afterAll(async () => {
  closeConnections();
  await enterprise.stop();
});

const mostTries = 30;
const posts = api.operations.filter(({ method, isPublic }) => method === 'POST' && !isPublic);
const attempted = posts.filter(({ isUpload }) => !isUpload);

/** Rows by table; keys themselves and counted tries are not what was asked for. */
async function rows(): Promise<Record<string, number>> {
  const { database } = enterprise.app;
  const tables = await database.superuser<{ name: string }>(
    `SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind = 'r' AND n.nspname IN ('public', 'app', 'pgboss')
       AND c.relname NOT IN ('idempotency_keys', 'rate_limits', 'sessions')`,
  );
  const counts = tables.map(
    ({ name }) => `SELECT '${name}' AS name, count(*)::int AS n FROM ${name}`,
  );
  const counted = await database.superuser<{ name: string; n: number }>(counts.join(' UNION ALL '));
  return Object.fromEntries(counted.map(({ name, n }) => [name, n]));
}

const isRepeated = ({ headers }: RawAnswer): boolean => headers['idempotency-replayed'] === 'true';
const said = ({ status, headers, body }: RawAnswer): unknown => [
  status,
  headers.etag,
  body.toString('utf8'),
];

/** @returns whether the request succeeded; what is wrong with its repetitions */
async function repeat(request: RawRequest): Promise<{ worked: boolean; faults: string[] }> {
  const faults: string[] = [];
  const both = await Promise.all([enterprise.send(request), enterprise.send(request)]);
  const [first = both[0]] = both.filter((answer) => !isRepeated(answer));
  if (first === undefined || first.status >= 300) return { worked: false, faults };
  const before = await rows();
  const answers = [...both, await enterprise.send(request)];
  const after = await rows();
  const isKept = answers.some(isRepeated);
  for (const answer of answers)
    if (isKept && JSON.stringify(said(answer)) !== JSON.stringify(said(first)))
      faults.push(`another answer: ${String(answer.status)} ${answer.body.toString('utf8')}`);
  if (isKept && answers.filter((answer) => !isRepeated(answer)).length !== 1)
    faults.push('worked more than once');
  for (const [table, n] of Object.entries(after))
    if (n !== before[table]) faults.push(`${table}: ${String(n - (before[table] ?? 0))} rows more`);
  return { worked: true, faults };
}

/** What belongs to an account is asked for by somebody whose address is not confirmed yet. */
async function personFor({ path }: Operation, index: number): Promise<Pick<Member, 'api'>> {
  if (!path.startsWith('/api/account')) return enterprise.owner;
  const account = enterprise.app.visitor();
  const email = `twice${String(index)}@example.com`;
  await account.post('/api/accounts', { email, password: 'liangxing-attack-1', name: '王芳' });
  return { api: account };
}

async function rightRequest(
  operation: Operation,
  name: string,
  index: number,
): Promise<RawRequest> {
  const arranged = await ARRANGED.get(operation.id)?.(enterprise);
  if (arranged === undefined) {
    const target = await Target.of(operation, enterprise, api);
    const maker = { api, known, person: await personFor(operation, index) };
    return makeRightRequest(target, new SeededRandom(`twice ${name}`), maker);
  }
  const { path, body, person = enterprise.owner, ifMatch } = arranged;
  const headers = enterprise.headersOf(person);
  if (ifMatch !== undefined) headers['if-match'] = `"${String(ifMatch)}"`;
  if (body === undefined) return { method: 'POST', path, headers };
  headers['content-type'] = 'application/json';
  return { method: 'POST', path, headers, body: JSON.stringify(body) };
}

describe('every creating route', () => {
  it('names the key in the API description', () => {
    expect(posts.length).toBeGreaterThan(30);
    const silent = posts.filter(
      ({ parameters }) => !parameters.some(({ name }) => name === 'Idempotency-Key'),
    );
    expect(silent.map(({ id }) => id)).toEqual([]);
  });

  it.each(attempted.map((operation) => [operation.id, operation] as const))(
    '%s, asked thrice with one key, is done once',
    async (id, operation) => {
      for (let index = 0; index < mostTries; index += 1) {
        const name = `${id}#${String(index)}`;
        const request = await rightRequest(operation, name, index);
        const headers = { ...request.headers, 'Idempotency-Key': `key-${name.replace('#', '-')}` };
        const { worked, faults } = await repeat({ ...request, headers });
        expect(faults).toEqual([]);
        if (worked) return;
      }
      throw new Error('no request of this route succeeded, so that nothing was tried');
    },
  );
});
