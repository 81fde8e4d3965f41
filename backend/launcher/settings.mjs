/** What the launcher itself is told by the environment, checked before anything is started. Messages never hold a value. */
import { join, resolve } from 'node:path';
import { projectRoot } from './runtime.mjs';

/** @throws Error in words for the person who typed the setting */
const portOf = (text) => {
  const port = Number(text ?? 4200);
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  throw new Error('PORT 应为 1～65535 的整数 must be a whole number from 1 to 65535.');
};

const databaseUrlOf = (text) => {
  if (!text) return undefined;
  const protocol = URL.canParse(text) ? new URL(text).protocol : '';
  if (['postgres:', 'postgresql:'].includes(protocol)) return text;
  throw new Error(
    'DATABASE_URL 不是 PostgreSQL 地址 is not the address of a PostgreSQL: ' +
      'postgres://user:password@host:5432/postgres',
  );
};

/** An address at which this machine reaches what listens on `host`. */
export const reachableHost = (host) => {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
};

/** @returns what is set, or the default. @throws Error for the first setting that cannot be used */
export const launcherSettings = (env) => {
  const host = env.HOST || '127.0.0.1';
  const port = portOf(env.PORT || undefined);
  const shown = reachableHost(host);
  return {
    host,
    port,
    dataDir: resolve(env.DATA_DIR || join(projectRoot, 'data')),
    address: env.PUBLIC_URL || `http://${host === '0.0.0.0' ? 'localhost' : shown}:${port}`,
    databaseUrl: databaseUrlOf(env.DATABASE_URL),
  };
};

/** Why the server's port cannot be had, in words. */
export const portProblem = (code, host, port) => {
  if (code === 'EACCES')
    return `无权使用端口 ${host}:${port} needs rights that this account lacks. Choose one from 1024 on: PORT=4200 npm start`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `本机没有此地址 HOST ${host} is not an address of this machine.`;
  return `端口被占用 ${host}:${port} is in use. Choose another one: PORT=${port === 65_535 ? 4200 : port + 1} npm start`;
};

/** Why a PostgreSQL of one's own cannot be used, in words; never its password. */
export const databaseProblem = (error, url) => {
  const { host } = new URL(url);
  const { code = '' } = error;
  if (['28P01', '28000'].includes(code))
    return `数据库拒绝登录 The database at ${host} refuses this account or password (${code}).`;
  if (code === '42501')
    return `数据库账号权限不足 The account of DATABASE_URL must be allowed to create roles and a database (${code}).`;
  if (code === '3D000')
    return `没有此数据库 DATABASE_URL names a database that ${host} does not have (${code}).`;
  if (/^E[A-Z_]+$/.test(code))
    return `连不上数据库 The database at ${host} cannot be reached (${code}).`;
  return `数据库不能使用 The database at ${host} cannot be used: ${error.message}`;
};

/** Why the data folder cannot be used, in words. */
export const dataDirProblem = (error, dataDir) =>
  `数据目录不能写入 DATA_DIR ${dataDir} cannot be written (${error.code ?? error.message}).`;
