import { Injectable } from '@nestjs/common';
import type { EntityManager, EntityMetadata } from 'typeorm';
import { PlatformDatabase, queryRows, TenantDatabase, type JobContext } from '../../../kernel';

/** What opens a door, is about the place of a file in the store, or by what strangers could be told apart leaves with nobody:
 * by column of its table. */
const KEPT_BACK: Readonly<Record<string, readonly string[]>> = {
  engagement_offers: ['token_hashes'],
  invitations: ['token_hashes', 'copied_link_hash'],
  evidence_revisions: ['storage_key'],
  dossiers: ['storage_key'],
  application_documents: ['storage_key'],
  standard_draft_files: ['storage_key'],
  template_files: ['storage_key'],
  organization_exports: ['storage_key'],
  case_files: ['storage_key'],
  case_finding_files: ['storage_key'],
  case_materials: ['storage_key'],
  body_forms: ['storage_key'],
  pending_objects: ['storage_key'],
  objections: ['network', 'office'],
};

/** Rows of one statement; some hold a whole document. */
const atOnce = 100;

/** A table of tenants, as far as it is taken out. */
interface TakenTable {
  readonly name: string;
  readonly columns: readonly string[];
}

/**
 * Rows of all tables of tenants, which the entities name: a new one is taken out without a word here. SQL, since the
 * rows go as JSON from the database to the file, and tables of all rooms are read.
 */
@Injectable()
export class TablesRepository {
  constructor(
    private readonly platform: PlatformDatabase,
    private readonly database: TenantDatabase,
  ) {}

  /** By name. */
  tables(): readonly TakenTable[] {
    return this.entities().map((entity) => ({
      name: entity.tableName,
      columns: columnsOf(entity),
    }));
  }

  /** JSON of all rows of a table, page by page, each read in a transaction of its own: `[`, rows, `]`. */
  async *json(context: JobContext, table: string): AsyncGenerator<string> {
    const entity = this.entities().find(({ tableName }) => tableName === table);
    if (entity === undefined) throw new Error(`no table of tenants is called ${table}`);
    let after: readonly string[] | null = null;
    let rows = 0;
    yield '[';
    do {
      const page: readonly ReadRow[] = await this.database.read(context, (manager) =>
        pageOf(manager, entity, context.organizationId, after),
      );
      for (const { row } of page) yield `${(rows += 1) === 1 ? '' : ','}\n${row}`;
      after = page.length === atOnce ? (page.at(-1)?.keys ?? null) : null;
    } while (after !== null);
    yield '\n]\n';
  }

  private entities(): readonly EntityMetadata[] {
    return this.platform.manager.connection.entityMetadatas
      .filter((entity) => tenantColumn(entity) !== undefined)
      .sort((one, other) => (one.tableName < other.tableName ? -1 : 1));
  }
}

interface ReadRow {
  readonly row: string;
  /** Of its place in the order. */
  readonly keys: readonly string[];
}

/** The tenants themselves have their id there. */
function tenantColumn({ tableName, columns }: EntityMetadata): string | undefined {
  if (tableName === 'organizations') return 'id';
  return columns.find(({ databaseName }) => databaseName === 'organization_id')?.databaseName;
}

function columnsOf({ tableName, columns }: EntityMetadata): readonly string[] {
  const kept = KEPT_BACK[tableName] ?? [];
  return columns.map(({ databaseName }) => databaseName).filter((name) => !kept.includes(name));
}

function pageOf(
  manager: EntityManager,
  entity: EntityMetadata,
  organizationId: string,
  after: readonly string[] | null,
): Promise<ReadRow[]> {
  const keys = entity.primaryColumns.map(({ databaseName, type }) => ({
    column: `t."${databaseName}"`,
    type: String(type),
  }));
  const placed = keys.map(({ type }, index) => `$${index + 2}::${type}`).join(', ');
  const columns = keys.map(({ column }) => column).join(', ');
  const shown = columnsOf(entity).map((name) => `t."${name}"`);
  return queryRows<ReadRow>(
    manager,
    `SELECT (SELECT row_to_json(r)::text FROM (SELECT ${shown.join(', ')}) r) AS row,
       ARRAY[${keys.map(({ column }) => `${column}::text`).join(', ')}] AS keys
     FROM "${entity.tableName}" t WHERE t."${tenantColumn(entity) ?? ''}" = $1
       ${after === null ? '' : `AND (${columns}) > (${placed})`}
     ORDER BY ${columns} LIMIT ${atOnce}`,
    [organizationId, ...(after ?? [])],
  );
}
