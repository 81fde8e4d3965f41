/** How a transaction of a person begins: by `app.enter`, beside settings that are taken on trust. */
import pg from 'pg';
import { milliseconds, sideBySide, type BenchRow } from './measure';
import type { Product } from './product';

const TRANSACTIONS = 20;
const REPETITIONS = 101;

interface Entered {
  readonly person: string;
  readonly organization: string;
  readonly session: string;
}

/** The person who signed in last, in the enterprise of the sample. */
async function whoEnters(product: Product): Promise<Entered> {
  const superuser = new pg.Client({ connectionString: product.databaseUrl });
  await superuser.connect();
  try {
    const { rows } = await superuser.query<Entered>(
      `SELECT s.user_id AS person, m.organization_id AS organization, s.id AS session
       FROM sessions s JOIN memberships m USING (user_id)
       WHERE m.organization_id = $1 ORDER BY s.expires_at DESC LIMIT 1`,
      [product.organizationId],
    );
    const [found] = rows;
    if (found === undefined) throw new Error('nobody has signed in');
    return found;
  } finally {
    await superuser.end();
  }
}

/** Both in the one message that also holds the read, as the role of the server. */
export async function measureEntering(product: Product): Promise<BenchRow> {
  const { person, organization, session } = await whoEnters(product);
  const client = new pg.Client({ connectionString: product.env['DATABASE_APP_URL'] });
  await client.connect();
  try {
    const readAfter = (opening: string) => async (): Promise<void> => {
      for (let at = 0; at < TRANSACTIONS; at += 1)
        await client.query(
          `SET TRANSACTION READ ONLY;${opening};SELECT name FROM organizations WHERE id = '${organization}'`,
        );
    };
    const [entered = Number.NaN, told = Number.NaN] = await sideBySide(REPETITIONS, [
      readAfter(
        `SELECT app.enter('${person}','${organization}','${organization}','${session}','read')`,
      ),
      readAfter(
        `SELECT set_config('app.organization_id','${organization}',true),set_config('app.user_id','${person}',true)`,
      ),
    ]);
    return {
      what: 'A read that proves who enters (app.enter), against one that is told',
      ours: milliseconds(entered / TRANSACTIONS),
      other: milliseconds(told / TRANSACTIONS),
      ratio: entered / told,
      aim: { atMost: 1.1 },
    };
  } finally {
    await client.end();
  }
}
