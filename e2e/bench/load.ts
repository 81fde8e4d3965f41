/** 500 people on two cores, and what a trivial read waits while heavy work is done beside it. */
import { Agent } from 'node:http';
import { readFileSync } from 'node:fs';
import { crowd, idempotencyKey, percentile, send, type Ask, type Person } from './load-clients';
import { loadUsers, type LoadTenant, type LoadUser } from './load-tenants';
import { mebibytes, milliseconds, reasonOf, report, seededRandom, type BenchRow } from './measure';
import { call, importRegister, startProduct, type Product } from './product';
import { registerWorkbook } from './workbook';
import { orderDossier, pause, withWorker } from './worker';

const TENANTS = 20;
const PEOPLE = 500;
const STANDARDS = 300;
const SECONDS = Number(process.env['LOAD_SECONDS'] ?? 60);
const THINK_MS = 3_000;
const LARGE = 10_000;

/** What people ask for, in a hundred requests: opening pages, looking things up, answering items. */
const reads: readonly (readonly [number, (tenant: LoadTenant, random: () => number) => string])[] =
  [
    [
      12,
      ({ base }, random) => `${base}/standards?limit=50&offset=${Math.floor(random() * 5) * 50}`,
    ],
    [8, ({ base }) => `${base}/standards?q=${encodeURIComponent('阀门')}`],
    [10, ({ base, standardIds }, random) => `${base}/standards/${pick(standardIds, random)}`],
    [8, ({ base }) => `${base}/overview`],
    [8, ({ base, assessmentId }) => `${base}/assessments/${assessmentId}/answers`],
    [8, ({ base, assessmentId }) => `${base}/assessments/${assessmentId}/score`],
    [6, ({ base, systemId }) => `${base}/systems/${systemId}`],
    [5, ({ base, systemId }) => `${base}/systems/${systemId}/coverage`],
    [4, ({ base, systemId }) => `${base}/systems/${systemId}/places`],
    [4, ({ base }) => `${base}/currency?limit=50`],
    [4, ({ base }) => `${base}/record-counts`],
    [4, ({ base }) => `${base}/corrective-actions`],
    [3, ({ base }) => `${base}/evidence`],
    [3, ({ base }) => `${base}/profile`],
    [3, () => '/api/sessions/current'],
  ];
const readShare = reads.reduce((sum, [weight]) => sum + weight, 0) / 100;

const pick = <T>(values: readonly T[], random: () => number): T | undefined =>
  values[Math.floor(random() * values.length)];

/** One who reads, and saves an answer to an item of the own in the rest of the requests. */
function personOf(user: LoadUser, random: () => number): Person {
  const { tenant, cookie, csrf, itemId } = user;
  let version = 0;
  let saves = 0;
  const save = (): Ask => ({
    method: 'PUT',
    path: `${tenant.base}/assessments/${tenant.assessmentId}/answers/${itemId}`,
    headers: {
      cookie,
      'x-xsrf-token': csrf,
      'if-match': `"${version}"`,
      'idempotency-key': idempotencyKey(),
    },
    body: JSON.stringify({ state: 'assessed', rules: {}, finding: `第 ${(saves += 1)} 次记录` }),
  });
  return {
    next: () => {
      let at = random() * 100;
      if (at >= readShare * 100) return save();
      for (const [weight, path] of reads) {
        at -= weight;
        if (at < 0) return { method: 'GET', path: path(tenant, random), headers: { cookie } };
      }
      return save();
    },
    heard: (ask, status, body) => {
      if (ask.method !== 'PUT') return;
      const told = JSON.parse(body) as { version?: number; current?: { version?: number } };
      if (status < 300 || status === 409)
        version = told.version ?? told.current?.version ?? version;
    },
  };
}

const memoryOf = (pid: number): number => {
  const found = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(found?.[1] ?? Number.NaN) * 1024;
};

async function crowdRows(product: Product, users: readonly LoadUser[]): Promise<BenchRow[]> {
  const { address, pid } = product;
  const random = seededRandom(11);
  const alive: Person = { next: () => ({ method: 'GET', path: '/api/health/live', headers: {} }) };
  const bare = await crowd(address, Array<Person>(PEOPLE).fill(alive), {
    seconds: Math.min(20, SECONDS),
    thinkMs: THINK_MS,
  });
  const before = memoryOf(pid);
  const people = users.map((user) => personOf(user, random));
  const { times, failures, rate } = await crowd(address, people, {
    seconds: SECONDS,
    thinkMs: THINK_MS,
  });
  const after = memoryOf(pid);
  const failed = [...failures].map(([what, count]) => `${what} × ${count}`).join(', ');
  const what = `${PEOPLE} people, ${THINK_MS / 1000} s to think, ${SECONDS} s`;
  const line = (name: string, share: number, aim?: BenchRow['aim']): BenchRow => ({
    what: `${what}: ${name}`,
    ours: milliseconds(percentile(times, share)),
    other: `${milliseconds(percentile(bare.times, share))} health/live, as many people`,
    ratio: percentile(times, share) / percentile(bare.times, share),
    ...(aim ? { aim } : {}),
  });
  return [
    {
      what: `${what}: answers a second`,
      ours: `${rate.toFixed(0)}/s`,
      other: `${bare.rate.toFixed(0)}/s health/live, as many people`,
      ratio: rate / bare.rate,
    },
    line('half wait at most', 0.5),
    line('95 of 100 wait at most', 0.95),
    line('99 of 100 wait at most', 0.99),
    {
      what: `${what}: 99 of 100 wait at most, against 0.5 s`,
      ours: milliseconds(percentile(times, 0.99)),
      other: '500 ms',
      ratio: percentile(times, 0.99) / 500,
      aim: { atMost: 1 },
    },
    {
      what: `${what}: requests that failed (${failed || 'none'})`,
      ours: String([...failures.values()].reduce((sum, count) => sum + count, 0)),
      other: String(times.length),
      ratio: [...failures.values()].reduce((sum, count) => sum + count, 0) / times.length,
      aim: { atMost: 0 },
    },
    {
      what: `${what}: memory of the server after`,
      ours: mebibytes(after),
      other: `${mebibytes(before)} before`,
      ratio: after / before,
    },
  ];
}

/** Waits of a trivial read, asked every few milliseconds until the work beside it has ended. */
async function waitsBeside(
  product: Product,
  path: string,
  work: () => Promise<unknown>,
): Promise<readonly number[]> {
  const agent = new Agent({ keepAlive: true });
  const ask: Ask = { method: 'GET', path, headers: { cookie: product.cookie } };
  const times: number[] = [];
  let isDone = false;
  const working = work().finally(() => (isDone = true));
  // At least so many that the hundredth part of them is a figure.
  while (!isDone || times.length < 300) {
    const began = performance.now();
    const { status } = await send(product.address, agent, ask);
    if (status !== 200) throw new Error(`${path} answered ${status}`);
    times.push(performance.now() - began);
    await new Promise((done) => setTimeout(done, 5));
  }
  agent.destroy();
  await working;
  return times.sort((a, b) => a - b);
}

async function besideRows(product: Product): Promise<BenchRow[]> {
  const organizationId = await product.newOrganization('大企业');
  const base = `/api/organizations/${organizationId}`;
  const large = { ...product, organizationId };
  const workbook = await registerWorkbook({ rows: LARGE });
  const more = await registerWorkbook({ rows: LARGE, from: LARGE + 1 });
  await importRegister(large, workbook, LARGE);
  const system = await call<{ id: string }>(product, `${base}/systems`, {
    templateId: 'gb-t-15496-2017',
  });
  const { rows } = await call<{ rows: { id: string }[] }>(product, `${base}/standards?limit=1`);
  const read = `${base}/standards/${rows[0]?.id ?? ''}`;
  const upload = async (name: string): Promise<unknown> => {
    const other = await product.newOrganization(name);
    return importRegister({ ...product, organizationId: other }, more, LARGE);
  };
  const sample = `/api/organizations/${product.organizationId}`;
  const [assessment] = await call<{ id: string }[]>(product, `${sample}/assessments`);
  const works: Readonly<Record<string, () => Promise<unknown>>> = {
    'an import of 10,000 rows': () => upload('导入'),
    'list.docx of 10,000 standards': () =>
      call(product, `${base}/systems/${system.id}/documents/list/docx`),
    'list.pdf of 10,000 standards': () =>
      call(product, `${base}/systems/${system.id}/documents/list/pdf`),
    'diagram.png': () => call(product, `${base}/systems/${system.id}/documents/diagram/png`),
    'a dossier': () =>
      withWorker(product, () => orderDossier(product, sample, assessment?.id ?? '')),
    '12 uploads of 10,000 rows at once': () =>
      Promise.all(Array.from({ length: 12 }, (_, at) => upload(`上传${at}`))),
  };
  const idle = percentile(await waitsBeside(product, read, () => pause(3_000)), 0.99);
  const rowsOf: BenchRow[] = [];
  for (const [name, work] of Object.entries(works)) {
    const waits = await waitsBeside(product, read, work);
    const p99 = percentile(waits, 0.99);
    rowsOf.push({
      what: `A trivial read beside ${name}: 99 of 100 wait at most`,
      ours: milliseconds(p99),
      other: `${milliseconds(idle)} idle`,
      ratio: p99 / idle,
      aim: { atMost: 3 },
    });
  }
  return rowsOf;
}

let product: Product | undefined;
const rows: BenchRow[] = [];
try {
  product = await startProduct();
  const users = await loadUsers(product, {
    tenants: TENANTS,
    people: PEOPLE,
    standards: STANDARDS,
  });
  if (process.env['LOAD_PARTS'] !== 'beside') rows.push(...(await crowdRows(product, users)));
  if (process.env['LOAD_PARTS'] !== 'crowd') rows.push(...(await besideRows(product)));
} catch (error) {
  rows.push({ what: 'Load', missing: reasonOf(error) });
} finally {
  await product?.stop();
}
report(rows, [
  `${TENANTS} enterprises of ${STANDARDS} standards, each with a system and a self-evaluation, ${PEOPLE / TENANTS} people in each. Of 100 requests 10 save an answer, the others read: lists, searches, one standard, overview, answers, score, system, coverage, places, currency, records, actions, evidence, profile, session.`,
  'Load generator, server, worker and database share the two cores. Logging is on, as shipped.',
  'A trivial read is one standard by its id, asked every 5 ms by one client while the other work is done; idle is the same read with nothing beside it.',
]);
