/** The built product on a database of its own in a temporary folder, with the sample, on a free port. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';

type Secrets = Readonly<
  Record<'superuser' | 'migrator' | 'app' | 'jobs' | 'csrf' | 'secondFactor', string>
>;

export interface Product {
  readonly address: string;
  /** The superuser's, in the product's database. */
  readonly databaseUrl: string;
  readonly organizationId: string;
  /** Process id of the server. */
  readonly pid: number;
  /** `name=value; …` of the signed-in owner. */
  readonly cookie: string;
  /** Its data; gone when it stops. */
  readonly folder: string;
  /** Settings of its programs. */
  readonly env: NodeJS.ProcessEnv;
  /** An empty organization of the signed-in owner; its id. */
  newOrganization(name: string): Promise<string>;
  stop(): Promise<void>;
}

export const freePort = (): Promise<number> =>
  new Promise((done) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });

export async function untilAnswering(url: string): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`${url} did not answer`);
}

export async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const end = new Promise((done) => child.once('close', done));
  child.kill('SIGTERM');
  await end;
}

async function signIn(address: string): Promise<{ cookie: string; organizationId: string }> {
  const [owner] = JSON.parse(
    readFileSync(resolve('backend', 'samples', 'sign-ins.json'), 'utf8'),
  ) as { email: string; password: string }[];
  const cookies = new Map<string, string>();
  const keep = (answer: Response): void => {
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
  };
  const header = (): string => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  keep(await fetch(`${address}/api/sessions/current`));
  const answer = await fetch(`${address}/api/sessions`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      cookie: header(),
      origin: address,
      'x-xsrf-token': decodeURIComponent(cookies.get('XSRF-TOKEN') ?? ''),
    },
    body: JSON.stringify({ email: owner?.email, password: owner?.password }),
  });
  if (!answer.ok) throw new Error(`sign-in answered ${answer.status}`);
  keep(answer);
  const { memberships } = (await answer.json()) as { memberships: { organizationId: string }[] };
  return { cookie: header(), organizationId: memberships[0]?.organizationId ?? '' };
}

async function prepareDatabase(folder: string) {
  const load = (name: string): Promise<Record<string, (...args: unknown[]) => unknown>> =>
    import(pathToFileURL(resolve('backend', 'launcher', name)).href);
  const { loadSecrets, startDatabase } = await load('database.mjs');
  const { provision } = await load('provision.mjs');
  const secrets = loadSecrets?.(folder) as Secrets;
  const database = (await startDatabase?.(folder, secrets)) as {
    url: string;
    stop: () => Promise<void>;
  };
  const admin = new pg.Client({ connectionString: database.url });
  await admin.connect();
  await provision?.(admin, { database: 'liangxing', passwords: secrets });
  await admin.end();
  const urlOf = (role: 'superuser' | 'migrator' | 'app' | 'jobs'): string => {
    const url = new URL(database.url);
    url.pathname = '/liangxing';
    url.username = `liangxing_${role}`;
    url.password = secrets[role];
    return url.href;
  };
  return { stop: database.stop, urlOf, secrets };
}

/** @throws Error with the last line that the program said */
function runToEnd(name: string, file: string, env: NodeJS.ProcessEnv): void {
  try {
    execFileSync(process.execPath, [file], { env, stdio: 'pipe' });
  } catch (error) {
    const { stderr, stdout } = error as { stderr?: Buffer; stdout?: Buffer };
    const said = `${String(stdout ?? '')}\n${String(stderr ?? '')}`;
    const reason = /[A-Za-z]*Error.*$/m.exec(said)?.[0] ?? said.trim().split('\n').at(-1);
    throw new Error(`${name} failed: ${reason ?? ''}`, { cause: error });
  }
}

/**
 * Asks the API as the signed-in owner: GET without a body, else POST of JSON or of a form.
 * @param version for If-Match
 * @throws Error where the answer is not 2xx
 */
export async function call<Answer>(
  { address, cookie }: Pick<Product, 'address' | 'cookie'>,
  path: string,
  body?: object,
  version?: number,
): Promise<Answer> {
  const token = /(?:^|; )XSRF-TOKEN=([^;]*)/.exec(cookie)?.[1] ?? '';
  const isForm = body instanceof FormData;
  const answer = await fetch(address + path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      cookie,
      origin: address,
      'x-xsrf-token': decodeURIComponent(token),
      ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
      ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
    },
    ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${text.slice(0, 300)}`);
  return (answer.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text) as Answer;
}

/**
 * Uploads a workbook or CSV and commits its preview.
 * @returns milliseconds of both
 * @throws Error where not `rows` rows are written
 */
export async function importRegister(
  product: Pick<Product, 'address' | 'cookie' | 'organizationId'>,
  bytes: Buffer,
  rows: number,
  format: 'xlsx' | 'csv' = 'xlsx',
): Promise<{ preview: number; commit: number }> {
  const path = `/api/organizations/${product.organizationId}/standard-imports`;
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(bytes)]), `register.${format}`);
  const start = performance.now();
  const { id, summary } = await call<{ id: string; summary: { toInsert: number } }>(
    product,
    path,
    form,
  );
  const preview = performance.now() - start;
  if (summary.toInsert !== rows)
    throw new Error(`${summary.toInsert} rows would be written instead of ${rows}`);
  const since = performance.now();
  await call(product, `${path}/${id}/commit`, {});
  return { preview, commit: performance.now() - since };
}

/** @throws Error with the reason where something is not built or does not start */
export async function startProduct(logLevel = 'info'): Promise<Product> {
  const dist = resolve('backend', 'dist');
  for (const name of ['migrate', 'seed', 'main'])
    if (!existsSync(join(dist, `${name}.js`)))
      throw new Error(`backend/dist/${name}.js is missing`);
  const folder = mkdtempSync(join(tmpdir(), 'liangxing-bench-'));
  chmodSync(folder, 0o711);
  mkdirSync(join(folder, 'logs'));
  const { stop, urlOf, secrets } = await prepareDatabase(folder);
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    DATA_DIR: folder,
    PORT: String(port),
    HOST: '127.0.0.1',
    PUBLIC_URL: address,
    LOG_LEVEL: logLevel,
    THREADS_FILE: join(dist, 'threads.cjs'),
    // Everybody comes from one address here, and one person does the work of many.
    RATE_LIMIT_FACTOR: '1000',
    QUOTAS: 'organizations_per_account=1000, standards=1000000',
    WEB_ROOT: resolve('frontend', 'dist', 'browser'),
    PACKS_DIR: join(dist, 'packs'),
    CSRF_SECRET: secrets.csrf,
    SECOND_FACTOR_KEY: secrets.secondFactor,
    DATABASE_MIGRATOR_URL: urlOf('migrator'),
    DATABASE_APP_URL: urlOf('app'),
    DATABASE_JOBS_URL: urlOf('jobs'),
  };
  let main: ChildProcess | undefined;
  const stopAll = async (): Promise<void> => {
    if (main) await ended(main);
    await stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    for (const name of ['migrate', 'seed']) runToEnd(name, join(dist, `${name}.js`), env);
    // A folder: where the time of the server goes is written there when it stops.
    const profiles = process.env['BENCH_CPU_PROFILES'];
    const options = profiles ? ['--cpu-prof', `--cpu-prof-dir=${profiles}`] : [];
    main = spawn(process.execPath, [...options, '--enable-source-maps', join(dist, 'main.js')], {
      env,
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    await untilAnswering(`${address}/api/health/ready`);
    const signedIn = await signIn(address);
    const newOrganization = async (name: string): Promise<string> => {
      const { id } = await call<{ id: string }>({ address, ...signedIn }, '/api/organizations', {
        name,
      });
      return id;
    };
    return {
      address,
      databaseUrl: urlOf('superuser'),
      pid: main.pid ?? 0,
      ...signedIn,
      folder,
      env,
      newOrganization,
      stop: stopAll,
    };
  } catch (error) {
    await stopAll();
    throw error;
  }
}
