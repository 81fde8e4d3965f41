import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  ASSESSMENT,
  LIVE_GRANTS,
  OPENED_PARTS as GATHERED_PARTS,
  TODAY,
} from './1764000863000-know-how-far-clients-are';

/** `"part": figures`, where the grant opens `areas`; a part that is not opened is left out, null: there is nothing yet. */
const opened = (part: string, areas: string): string =>
  `CASE WHEN g.readable @> ${areas} THEN '"${part}":' || coalesce(f.${part}::text, 'null') END`;

const OPENED_PARTS = `'{' || concat_ws(',',
          ${[
            opened('profile', `'{profile}'`),
            opened('system', `'{system,register}'`),
            opened('register', `'{register}'`),
            opened('assessment', ASSESSMENT),
            opened('improvements', `'{improvements}'`),
            opened('dossier', `'{dossier}'`),
          ].join(',\n          ')}) || '}'`;

interface Columns {
  /** Of `parts`: text, so that figures pass through JSON once and not three times. */
  readonly type: 'text' | 'jsonb';
  readonly parts: string;
  /** What is due next, of columns of `d`, with its type. */
  readonly next: readonly [sql: string, type: 'json' | 'jsonb'];
  readonly activeAt: string;
  readonly consultants: string;
  readonly joined: string;
}

export const portfolio = ({
  type,
  parts,
  next,
  activeAt,
  consultants,
  joined,
}: Columns): string => `
  DROP FUNCTION app.portfolio(uuid, uuid, integer);
  /* Clients by their id, those behind another one, or one alone. */
  CREATE FUNCTION app.portfolio(only_one uuid, behind uuid, most integer) RETURNS TABLE (
      id uuid, name text, readable text[], ends_at timestamptz, read_at timestamptz, parts ${type},
      next_due ${next[1]}, active_at timestamptz, consultants text[])
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT g.organization_id, g.name, g.readable, g.ends_at, f.read_at,
      CASE WHEN f.read_at IS NULL THEN '{}' ELSE ${parts} END,
      (SELECT ${next[0]}
        FROM public.organization_due_dates d
        WHERE d.organization_id = g.organization_id AND d.due_on >= ${TODAY}
          AND d.area = ANY (g.readable)
        ORDER BY d.due_on, d.kind, d.subject_id LIMIT 1),
      ${activeAt},
      ${consultants}
    FROM (SELECT g.organization_id, o.name, seen.readable, g.ends_at FROM ${LIVE_GRANTS}
        AND g.organization_id > coalesce(behind, '00000000-0000-0000-0000-000000000000')
        AND (only_one IS NULL OR g.organization_id = only_one)
      ORDER BY g.organization_id LIMIT most) g
    LEFT JOIN public.organization_figures f ON f.organization_id = g.organization_id
    ${joined}
    ORDER BY g.organization_id $$;
  REVOKE ALL ON FUNCTION app.portfolio(uuid, uuid, integer) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION app.portfolio(uuid, uuid, integer) TO liangxing_app`;

const NEXT = [
  `jsonb_build_object('on', d.due_on, 'kind', d.kind, 'title', d.title)`,
  'jsonb',
] as const;
const ACTIVE_AT = `(SELECT max(a.value::timestamptz) FROM jsonb_each_text(f.active_at) a
        WHERE a.key = ANY (g.readable))`;

const NAMES = `public.client_assignments a JOIN public.users u ON u.id = a.user_id
        WHERE a.organization_id = app.organization_id()`;

export const READ_ONCE: Columns = {
  type: 'text',
  parts: OPENED_PARTS,
  next: NEXT,
  activeAt: ACTIVE_AT,
  consultants: `coalesce(w.names, '{}')`,
  joined: `LEFT JOIN (SELECT a.client_id, array_agg(u.name ORDER BY u.name, u.id) AS names FROM ${NAMES}
          AND (only_one IS NULL OR a.client_id = only_one)
        GROUP BY a.client_id) w ON w.client_id = g.organization_id`,
};

/** Hundreds of clients are read in half of the time: figures as text, names joined once, dates in the order of their index. */
export class ReadAListOfClientsOnce1764000875000 implements MigrationInterface {
  name = 'ReadAListOfClientsOnce1764000875000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX organization_due_dates_in_order ON organization_due_dates (organization_id, due_on, kind, subject_id);
      DROP INDEX organization_due_dates_in_time;
      ${portfolio(READ_ONCE)}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX organization_due_dates_in_time ON organization_due_dates (organization_id, due_on);
      DROP INDEX organization_due_dates_in_order;
      ${portfolio({
        type: 'jsonb',
        parts: GATHERED_PARTS,
        next: NEXT,
        activeAt: ACTIVE_AT,
        consultants: `ARRAY(SELECT u.name FROM ${NAMES} AND a.client_id = g.organization_id ORDER BY u.name, u.id)`,
        joined: '',
      })}`);
  }
}
