/** One authenticated read through the API against the bare query behind Express and Fastify. */
import autocannon from 'autocannon';
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { measureEntering } from './entering';
import { median, reasonOf, report } from './measure';
import { ended, freePort, startProduct, untilAnswering, type Product } from './product';

const SECONDS = 3;
const ROUNDS = 3;
const CONNECTIONS = 10;
const BARE = [
  ['express', 'query'],
  ['fastify', 'query'],
  ['express', 'table'],
] as const;

interface Side {
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly rates: number[];
}

async function load({ url, headers, rates }: Side, isWarmUp = false): Promise<void> {
  const result = await autocannon({
    url,
    headers,
    connections: CONNECTIONS,
    duration: isWarmUp ? 2 : SECONDS,
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${result.non2xx} answers of ${url} were not 2xx`);
  if (!isWarmUp) rates.push(result.requests.average);
}

async function measure(product: Product, started: ChildProcess[]): Promise<Record<string, number>> {
  const headers = { cookie: product.cookie };
  const base = `${product.address}/api/organizations/${product.organizationId}/standards`;
  const list = (await (await fetch(`${base}?limit=1`, { headers })).json()) as {
    rows: { id: string }[];
  };
  const id = list.rows[0]?.id ?? '';
  const sides: Record<string, Side> = {
    api: { url: `${base}/${id}`, headers, rates: [] },
    'API without database (health/live)': {
      url: `${product.address}/api/health/live`,
      headers: {},
      rates: [],
    },
  };
  for (const [framework, what] of BARE) {
    const port = await freePort();
    const server = spawn(
      process.execPath,
      [join(import.meta.dirname, 'bare-server.mjs'), framework, String(port), what],
      {
        env: {
          ...process.env,
          NODE_ENV: 'production',
          BENCH_DATABASE_URL: product.databaseUrl,
          BENCH_ORGANIZATION: product.organizationId,
        },
        stdio: 'ignore',
      },
    );
    started.push(server);
    const url = `http://127.0.0.1:${port}/standards/${id}`;
    await untilAnswering(url);
    sides[`${framework} ${what}`] = { url, headers: {}, rates: [] };
  }
  for (const side of Object.values(sides)) await load(side, true);
  for (let round = 0; round < ROUNDS; round += 1)
    for (const side of Object.values(sides)) await load(side);
  return Object.fromEntries(
    Object.entries(sides).map(([name, { rates }]) => [name, median(rates)]),
  );
}

const started: ChildProcess[] = [];
let product: Product | undefined;
try {
  product = await startProduct();
  const rates = await measure(product, started);
  const api = rates['api'] ?? Number.NaN;
  const perSecond = (rate = Number.NaN): string => `${rate.toFixed(0)}/s`;
  const shares = ['express', 'fastify'].map((framework) => ({
    what: `Authenticated read of one standard, share of the bare query behind ${framework}`,
    ours: perSecond(api),
    other: perSecond(rates[`${framework} query`]),
    ratio: api / (rates[`${framework} query`] ?? Number.NaN),
    aim: { atLeast: 0.5 },
  }));
  report(
    [...shares, await measureEntering(product)],
    [
      `${CONNECTIONS} connections for ${SECONDS} s, ${ROUNDS} rounds taking turns; load generator, servers and database share the machine. Logging is on, as shipped.`,
      `For scale: an answer of the API without any query (health/live) reaches ${perSecond(rates['API without database (health/live)'])}.`,
      `The bare servers run the very statement of the API (same columns, status and counts), prepared once per connection as the API does, as a role that row-level security does not bind, and send its row as it is. Express with nothing but SELECT * by the key instead: ${perSecond(rates['express table'])}, share ${(api / (rates['express table'] ?? Number.NaN)).toFixed(2)}.`,
      'Entering: membership, state of the organization, session and grant in one function call in the same message as the read; no further round trip. Beside it two settings, as before the database proved who enters.',
      'API on top of that: session (kept in memory for 15 s), membership and permission, row-level security, tenant and refusal of writes set in the transaction of the read (same round trip), the record in both languages’ wording, security headers, correlation id, ETag, one line of log.',
    ],
  );
} catch (error) {
  report([{ what: 'Authenticated read through the API', missing: reasonOf(error) }], []);
} finally {
  for (const server of started) await ended(server);
  await product?.stop();
}
