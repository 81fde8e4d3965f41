import { availableParallelism } from 'node:os';
import { isAbsolute, resolve } from 'node:path';
import { ConfigError, Environment } from './environment';
import { limitSettings, type LimitSettings } from './limit-table';
import { passkeySite, type PasskeySite } from './passkey-site';
import { signOnSettings, type SignOnSettings } from './sign-on';
import { quotaSettings, type Quotas } from './quota-table';
import { trustedProxies, type TrustProxy } from './trusted-proxies';

export { ConfigError } from './environment';

/** Which program is being started; each needs the address of its own database role only. */
export type Program = 'main' | 'worker' | 'migrate';

/** All settings of one program, checked once at start. Injected as a class, made by `loadConfig`. */
export abstract class Config {
  abstract readonly program: Program;
  abstract readonly host: string;
  abstract readonly port: number;
  /** Address that people type, without a slash at its end. */
  abstract readonly publicUrl: string;
  abstract readonly isSecure: boolean;
  /** Whose X-Forwarded-For is believed: nobody's, that of so many proxies in a row, or of these addresses. */
  abstract readonly trustProxy: TrustProxy;
  abstract readonly databaseUrl: string;
  /** The way to PostgreSQL itself where `databaseUrl` leads to a pooler of transactions; empty: there is none. */
  abstract readonly databaseDirectUrl: string;
  abstract readonly databasePoolSize: number;
  abstract readonly dataDir: string;
  abstract readonly storage: StorageSettings;
  abstract readonly uploadMaxBytes: number;
  abstract readonly importMaxBytes: number;
  /** Empty: mail is written to files in `dataDir`/outbox. */
  abstract readonly mailUrl: string;
  abstract readonly mailFrom: string;
  /** Who is told of remarks about the catalogue; empty: nobody, the remarks stay stored. */
  abstract readonly catalogueMaintainers: string;
  /** Addresses of the accounts that administer the platform. */
  abstract readonly platformAdministrators: string;
  abstract readonly sessionDays: number;
  /** Hours after which a session that nobody uses ends. */
  abstract readonly sessionIdleHours: number;
  abstract readonly limits: LimitSettings;
  abstract readonly quotas: Quotas;
  /** Whether a person's own address must be confirmed before mail goes to others in their name. */
  abstract readonly mustConfirmSenders: boolean;
  abstract readonly logLevel: LogLevel;
  /** Folder of the built front end; empty serves none. */
  abstract readonly webRoot: string;
  abstract readonly packsDir: string;
  abstract readonly csrfSecret: string;
  /** Seals the secrets of second factors that are stored; another one makes them worthless. */
  abstract readonly secondFactorKey: string;
  /** By which provider people may sign in; null: by password alone. */
  abstract readonly signOn: SignOnSettings | null;
  /** Where passkeys are good; null: nowhere. */
  abstract readonly passkeySite: PasskeySite | null;
  /** How many files are read and documents made at once, each in a thread. */
  abstract readonly threads: number;
  /** The built code of those threads. */
  abstract readonly threadsFile: string;
}

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'silent'] as const;
type LogLevel = (typeof LOG_LEVELS)[number];

type StorageSettings =
  | { readonly kind: 'disk' }
  | {
      readonly kind: 's3';
      readonly endpoint?: string;
      readonly region: string;
      readonly bucket: string;
      readonly accessKeyId: string;
      readonly secretAccessKey: string;
      readonly forcePathStyle: boolean;
    };

const databaseVariable: Readonly<Record<Program, string>> = {
  main: 'DATABASE_APP_URL',
  worker: 'DATABASE_JOBS_URL',
  migrate: 'DATABASE_MIGRATOR_URL',
};

/**
 * Reads the settings of a program from environment variables.
 * @throws ConfigError which names every wrong variable and never a value
 */
export function loadConfig(
  program: Program,
  variables: Readonly<Record<string, string | undefined>>,
): Config {
  const environment = new Environment(variables);
  const publicUrl = environment.url('PUBLIC_URL', ['http:', 'https:'], 'http://127.0.0.1:4200');
  const dataDir = environment.text('DATA_DIR', './data');
  const config: Config = {
    program,
    host: environment.text('HOST', '127.0.0.1'),
    port: environment.integer('PORT', 4200, 0, 65_535),
    publicUrl: publicUrl.replace(/\/+$/, ''),
    isSecure: publicUrl.startsWith('https:'),
    trustProxy: trustedProxies(environment),
    databaseUrl: environment.url(databaseVariable[program], ['postgres:', 'postgresql:']),
    databaseDirectUrl: environment.url('DATABASE_DIRECT_URL', ['postgres:', 'postgresql:'], ''),
    // More than the processors can serve only makes everybody wait: each connection warms caches of its own.
    databasePoolSize: environment.integer(
      'DATABASE_POOL_SIZE',
      Math.min(20, 2 * availableParallelism() + 1),
      1,
      200,
    ),
    dataDir: isAbsolute(dataDir) ? dataDir : resolve(dataDir),
    storage: storageSettings(environment),
    uploadMaxBytes: environment.integer('UPLOAD_MAX_BYTES', 100 * 2 ** 20, 1024, 2 ** 40),
    importMaxBytes: environment.integer('IMPORT_MAX_BYTES', 20 * 2 ** 20, 1024, 2 ** 32),
    mailUrl: environment.url('MAIL_URL', ['smtp:', 'smtps:'], ''),
    mailFrom: environment.text('MAIL_FROM', 'Liangxing <no-reply@localhost>'),
    catalogueMaintainers: environment.text('CATALOGUE_MAINTAINERS', ''),
    platformAdministrators: environment.text('PLATFORM_ADMINISTRATORS', ''),
    sessionDays: environment.integer('SESSION_DAYS', 14, 1, 365),
    sessionIdleHours: environment.integer('SESSION_IDLE_HOURS', 72, 1, 24 * 365),
    limits: limitSettings(environment),
    quotas: quotaSettings(environment),
    mustConfirmSenders: mustConfirmSenders(environment),
    logLevel: environment.oneOf('LOG_LEVEL', LOG_LEVELS, 'info'),
    webRoot: environment.text('WEB_ROOT', ''),
    packsDir: environment.text('PACKS_DIR', ''),
    // One processor stays with those who answer people.
    threads: environment.integer(
      'THREADS',
      Math.min(4, Math.max(1, availableParallelism() - 1)),
      1,
      64,
    ),
    threadsFile: environment.text('THREADS_FILE', resolve('backend/dist/threads.cjs')),
    csrfSecret: program === 'main' ? environment.secret('CSRF_SECRET', 16) : '',
    passkeySite: passkeySite(publicUrl),
    signOn: program === 'main' ? signOnSettings(environment) : null,
    secondFactorKey: program === 'main' ? environment.secret('SECOND_FACTOR_KEY', 32) : '',
  };
  environment.check();
  return config;
}

/** CONFIRM_SENDERS; `auto`: where mail really goes out. In an outbox on one machine it would reach nobody. */
function mustConfirmSenders(environment: Environment): boolean {
  const setting = environment.oneOf('CONFIRM_SENDERS', ['auto', 'on', 'off'] as const, 'auto');
  if (setting !== 'auto') return setting === 'on';
  return environment.text('MAIL_URL', '') !== '';
}

function storageSettings(environment: Environment): StorageSettings {
  if (environment.oneOf('STORAGE', ['disk', 's3'] as const, 'disk') === 'disk')
    return { kind: 'disk' };
  const endpoint = environment.url('S3_ENDPOINT', ['http:', 'https:'], '');
  return {
    kind: 's3',
    ...(endpoint === '' ? {} : { endpoint }),
    region: environment.text('S3_REGION'),
    bucket: environment.text('S3_BUCKET'),
    accessKeyId: environment.text('S3_ACCESS_KEY_ID'),
    secretAccessKey: environment.text('S3_SECRET_ACCESS_KEY'),
    forcePathStyle: environment.flag('S3_FORCE_PATH_STYLE', false),
  };
}

/** For code that must not start at all without a setting that another program may lack. */
export function needed(value: string, variable: string): string {
  if (value === '') throw new ConfigError([`${variable} is missing`]);
  return value;
}
