/**
 * Prepares a PostgreSQL server for Liangxing: three roles, one database, its extensions, and who may connect.
 * Everything here needs a superuser (or a role that may create roles and databases); nothing later does.
 * May run any number of times; passwords are set anew each time.
 */
import pg from 'pg';

/** Owner of every object; runs migrations only. */
const migrator = 'liangxing_migrator';
/** Roles of the running programs: they own nothing and never bypass row-level security. */
const runtimeRoles = ['liangxing_app', 'liangxing_jobs'];

const literal = (text) => pg.escapeLiteral(text);
const identifier = (text) => pg.escapeIdentifier(text);

const createRole = async (admin, role, password) => {
  const { rowCount } = await admin.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
  const attributes = `LOGIN NOCREATEDB NOCREATEROLE PASSWORD ${literal(password)}`;
  await admin.query(`${rowCount ? 'ALTER' : 'CREATE'} ROLE ${identifier(role)} ${attributes}`);
  // Of the role and not of a connection's start: poolers refuse to pass that on.
  for (const setting of ['statement_timeout', 'idle_in_transaction_session_timeout'])
    await admin.query(`ALTER ROLE ${identifier(role)} SET ${setting} = '60s'`);
};

/** A second client to the same server as the same person, but in another database. */
const connectTo = async (admin, database) => {
  const client = new pg.Client({
    host: admin.host,
    port: admin.port,
    user: admin.user,
    password: admin.password,
    ssl: admin.ssl || undefined,
    database,
  });
  await client.connect();
  return client;
};

/**
 * @param {import('pg').Client} admin connected as superuser to any database of the server
 * @param {{ database: string, passwords: { migrator: string, app: string, jobs: string } }} settings
 */
export const provision = async (admin, { database, passwords }) => {
  // Two launchers on one server take turns; roles belong to the whole server.
  await admin.query("SELECT pg_advisory_lock(hashtext('liangxing.provision'))");
  try {
    await createRole(admin, migrator, passwords.migrator);
    await createRole(admin, 'liangxing_app', passwords.app);
    await createRole(admin, 'liangxing_jobs', passwords.jobs);
    const { rowCount } = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [
      database,
    ]);
    if (!rowCount) {
      // A superuser needs no membership; a mere CREATEROLE account must belong to the owner it names.
      await admin.query(`GRANT ${migrator} TO CURRENT_USER`);
      await admin.query(
        `CREATE DATABASE ${identifier(database)} OWNER ${migrator} ENCODING 'UTF8' TEMPLATE template0`,
      );
    }
    const inside = await connectTo(admin, database);
    try {
      await inside.query('CREATE EXTENSION IF NOT EXISTS pg_trgm');
      await inside.query(`REVOKE ALL ON DATABASE ${identifier(database)} FROM PUBLIC`);
      await inside.query(
        `GRANT CONNECT ON DATABASE ${identifier(database)} TO ${runtimeRoles.join(', ')}`,
      );
      await inside.query('REVOKE CREATE ON SCHEMA public FROM PUBLIC');
      await inside.query(`GRANT USAGE ON SCHEMA public TO ${runtimeRoles.join(', ')}`);
    } finally {
      await inside.end();
    }
  } finally {
    await admin.query("SELECT pg_advisory_unlock(hashtext('liangxing.provision'))");
  }
};
