import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toolPath } from '../../launcher/test-tools.mjs';

/** Where PgBouncer is, if it is installed. @returns {string | undefined} */
export const poolerProgram = () =>
  toolPath({
    variable: 'PGBOUNCER_PATH',
    paths: ['/usr/sbin/pgbouncer', '/usr/bin/pgbouncer', '/opt/homebrew/bin/pgbouncer'],
  });

/** PgBouncer refuses to be root; then it runs as the user of the embedded database. */
const account = () => {
  if (process.getuid?.() !== 0) return {};
  const idOf = (kind) => Number(execFileSync('id', [kind, 'postgres'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
};

/** A PgBouncer that lends its connections for one transaction at a time: what to start. */
export const poolerOf = ({ folder, port, database, passwords, connections }) => {
  mkdirSync(folder, { recursive: true });
  const users = join(folder, 'users');
  const settings = join(folder, 'pgbouncer.ini');
  const roles = ['app', 'jobs'];
  writeFileSync(users, roles.map((role) => `"liangxing_${role}" "${passwords[role]}"\n`).join(''));
  writeFileSync(
    settings,
    `[databases]
* = host=${database.host} port=${database.port}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = scram-sha-256
auth_file = ${users}
pool_mode = transaction
default_pool_size = ${connections}
max_client_conn = 200
`,
  );
  const as = account();
  for (const file of [users, settings]) {
    chmodSync(file, 0o600);
    if (as.uid !== undefined) chownSync(file, as.uid, as.gid);
  }
  const program = poolerProgram();
  if (program === undefined) throw new Error('PgBouncer is not installed');
  return { program, args: [settings], options: { ...as, cwd: '/' } };
};
