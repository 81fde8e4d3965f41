import { AREAS, type Area } from '@liangxing/contracts';
import type { TestDatabase } from '../testing/test-database';

const markOf = (table: string): string => `⟦${table}⟧`;
const MARK = /⟦(\w+)⟧/g;

interface TenantTable {
  readonly name: string;
  readonly areas: readonly Area[];
  /** Type by name. */
  readonly columns: Readonly<Record<string, string>>;
}

/** Texts of an organization that say of which table they are, wherever they turn up. */
export class MarkedAreas {
  private constructor(
    private readonly areas: ReadonlyMap<string, readonly Area[]>,
    /** Tables in which something is marked. */
    readonly tables: ReadonlySet<string>,
  ) {}

  /** Marks what people wrote in Chinese, in every column that takes it. */
  static async mark(database: TestDatabase, organizationId: string): Promise<MarkedAreas> {
    const found = await database.superuser<TenantTable>(
      `SELECT c.relname AS name,
         ARRAY(SELECT DISTINCT found[1] FROM pg_policies p,
               LATERAL regexp_matches(p.qual, 'may_read\\(''(\\w+)''', 'g') AS found
               WHERE p.tablename = c.relname) AS areas,
         jsonb_object_agg(a.attname, a.atttypid::regtype::text) AS columns
       FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
       WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
         AND a.atttypid IN ('text'::regtype, 'jsonb'::regtype) AND a.attgenerated = '' AND NOT a.attisdropped
         AND EXISTS (SELECT FROM pg_attribute o WHERE o.attrelid = c.oid AND o.attname = 'organization_id')
       GROUP BY c.oid, c.relname`,
    );
    const marked = new Set<string>();
    for (const { name, columns } of found)
      for (const [column, type] of Object.entries(columns))
        if (await mark(database, organizationId, { table: name, column, type })) marked.add(name);
    const areas = found.map((table) => [table.name, table.areas.filter(isArea)] as const);
    return new MarkedAreas(new Map(areas), marked);
  }

  areasOf(table: string): readonly Area[] {
    return this.areas.get(table) ?? [];
  }

  /** The tables that a text tells of and none of these areas opens. */
  outside(text: string, readable: readonly Area[]): string[] {
    const told = new Set([...text.matchAll(MARK)].map(([, table = '']) => table));
    return [...told].filter(
      (table) => !this.areasOf(table).some((area) => readable.includes(area)),
    );
  }
}

const isArea = (text: string): text is Area => (AREAS as readonly string[]).includes(text);

/** @returns false where the column holds no written text, or takes no other */
async function mark(
  database: TestDatabase,
  organizationId: string,
  { table, column, type }: { table: string; column: string; type: string },
): Promise<boolean> {
  // After each run of Chinese, so that a text that holds JSON still does.
  const marked = `regexp_replace("${column}"::text, '([一-龥]{2,})', '\\1${markOf(table)}', 'g')`;
  try {
    const rows = await database.superuser(
      `WITH off AS (SELECT set_config('session_replication_role', 'replica', true))
       UPDATE ${table} SET "${column}" = ${marked}::${type} FROM off
       WHERE organization_id = $1 AND "${column}"::text ~ '[一-龥]{2}' RETURNING true`,
      [organizationId],
    );
    return rows.length > 0;
  } catch {
    return false;
  }
}
