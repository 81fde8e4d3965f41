/** What the browser tests need of the machine beside Node: found, installed where that is allowed, else named. */
import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A program of one's own, named in a variable, goes before the usual places. */
export const testTools = [
  {
    name: 'Chromium',
    variable: 'CHROMIUM_PATH',
    paths: ['/usr/bin/chromium', '/usr/bin/google-chrome'],
    packages: ['chromium', 'fonts-noto-cjk'],
  },
  {
    name: 'LibreOffice Writer',
    variable: 'SOFFICE_PATH',
    paths: ['/usr/bin/soffice', '/usr/bin/libreoffice'],
    packages: ['libreoffice-writer-nogui'],
  },
];

const canRun = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** @returns {string | undefined} where a tool is */
export const toolPath = ({ variable, paths }, env = process.env) =>
  [env[variable], ...paths].find((path) => path !== undefined && path !== '' && canRun(path));

const hasProgram = (name, env) =>
  (env.PATH ?? '').split(delimiter).some((folder) => folder !== '' && canRun(join(folder, name)));

const sudoWithoutPassword = (env) => {
  try {
    execFileSync('sudo', ['-n', 'true'], { stdio: 'ignore', env });
    return true;
  } catch {
    return false;
  }
};

/** @returns {readonly string[] | null} what goes before a command that root must run; null: nobody here may */
const asRoot = (env) => {
  if (process.getuid?.() === 0) return [];
  return hasProgram('sudo', env) && sudoWithoutPassword(env) ? ['sudo', '-n'] : null;
};

const aptInstall = (packages) => [
  ...['/usr/bin/env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', 'install', '-y', '-qq'],
  ...['--no-install-recommends', ...packages],
];

/** Last, and in one line, what to do. */
const refusal = (missing, env) => {
  const packages = missing.flatMap((tool) => tool.packages);
  const line = hasProgram('apt-get', env)
    ? `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages.join(' ')}`
    : missing.map(({ name, variable }) => `${name} → ${variable}=…`).join(', ');
  const names = missing.map(({ name }) => name).join('、');
  return new Error(
    `缺少 ${names}，浏览器测试无法运行；装好后重来，或用 npm test -- --without-browser 运行其余测试。\n` +
      `  ${names} missing: install and start again, or run the rest with npm test -- --without-browser:\n` +
      `    ${line}`,
  );
};

/**
 * Makes sure of all tools before the first test runs.
 * @param {(said: string) => void} say
 * @throws {Error} what is missing and the one line to run, where it may not be installed from here
 */
export const ensureTestTools = (say, env = process.env, tools = testTools) => {
  const missing = tools.filter((tool) => toolPath(tool, env) === undefined);
  if (missing.length === 0) return;
  const root = hasProgram('apt-get', env) ? asRoot(env) : null;
  if (root === null) throw refusal(missing, env);
  const packages = missing.flatMap((tool) => tool.packages);
  say(`缺少，正在安装 missing, being installed: ${packages.join(' ')}`);
  const run = (command) => {
    const [program, ...args] = [...root, ...command];
    execFileSync(program, args, { stdio: ['ignore', 'ignore', 'inherit'], env });
  };
  try {
    run(['apt-get', 'update', '-qq']);
    run(aptInstall(packages));
  } catch (error) {
    throw new Error(refusal(missing, env).message, { cause: error });
  }
  const still = missing.filter((tool) => toolPath(tool, env) === undefined);
  if (still.length > 0) throw refusal(still, env);
};
