import type { MigrationInterface, QueryRunner } from 'typeorm';

interface AccountTable {
  readonly table: string;
  readonly area: string;
  /** Columns that name the document, in its own table and here. */
  readonly keys: readonly (readonly [own: string, here: string])[];
  readonly document: string;
}

const ORGANIZATION = ['organization_id', 'organization_id'] as const;

const TABLES: readonly AccountTable[] = [
  {
    table: 'enterprise_profile_accounts',
    area: 'profile',
    document: 'enterprise_profiles',
    keys: [ORGANIZATION],
  },
  {
    table: 'standard_draft_accounts',
    area: 'system',
    document: 'standard_drafts',
    keys: [ORGANIZATION, ['id', 'draft_id']],
  },
  {
    table: 'record_accounts',
    area: 'records',
    document: 'records',
    keys: [ORGANIZATION, ['id', 'record_id']],
  },
];

/**
 * Which members are meant by names that stand within a document – the profile, the drafters of a standard, a line of a
 * list –, by the place of the name in it. Who leaves takes the account along and leaves the name.
 */
export class KnowNamesInDocumentsByTheirAccounts1764000848000 implements MigrationInterface {
  name = 'KnowNamesInDocumentsByTheirAccounts1764000848000';

  async up(runner: QueryRunner): Promise<void> {
    for (const { table, area, document, keys } of TABLES) {
      const own = keys.map(([column]) => column).join(', ');
      const here = keys.map(([, column]) => column);
      await runner.query(`
        CREATE TABLE ${table} (
          ${here.map((column) => `${column} uuid NOT NULL,`).join(' ')}
          place text NOT NULL CHECK (place <> ''),
          user_id uuid NOT NULL,
          PRIMARY KEY (${here.join(', ')}, place),
          FOREIGN KEY (${here.join(', ')}) REFERENCES ${document} (${own}) ON DELETE CASCADE,
          FOREIGN KEY (organization_id, user_id)
            REFERENCES memberships (organization_id, user_id) ON DELETE CASCADE
        );
        CREATE INDEX ${table}_of_user ON ${table} (organization_id, user_id);
        SELECT app.tenant_table('${table}', '${area}');
      `);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { table } of TABLES) await runner.query(`DROP TABLE ${table}`);
  }
}
