import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The standard systems that a company builds: structure, places of its standards, changes with their inverse. */
export class BuildStandardSystems1764000621000 implements MigrationInterface {
  name = 'BuildStandardSystems1764000621000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE standard_systems (
        organization_id uuid NOT NULL REFERENCES organizations (id),
        id uuid NOT NULL,
        version integer NOT NULL DEFAULT 1,
        name text NOT NULL CHECK (name <> ''),
        template_id text NOT NULL CHECK (template_id IN ('gb-t-15496-2003', 'gb-t-15496-2017')),
        is_primary boolean NOT NULL DEFAULT false,
        /* { nodes, decisions } of libs/system-structure. */
        document jsonb NOT NULL,
        /* Chosen columns of the 明细表; null: the usual ones. */
        register_columns jsonb,
        /* What people wrote of the 编制说明, by point. */
        notes jsonb NOT NULL DEFAULT '{}',
        /* The system that this one was moved from, if it is still there. */
        moved_from uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id)
      );
      SELECT app.tenant_table('standard_systems');
      CREATE UNIQUE INDEX one_primary_system ON standard_systems (organization_id) WHERE is_primary;

      CREATE TABLE system_places (
        organization_id uuid NOT NULL,
        system_id uuid NOT NULL,
        standard_id uuid NOT NULL,
        /* 1: the main place. */
        rank integer NOT NULL CHECK (rank > 0),
        node_key text NOT NULL,
        basis text NOT NULL CHECK (basis IN ('hand', 'code', 'suggested', 'moved')),
        PRIMARY KEY (organization_id, system_id, standard_id, rank),
        UNIQUE (organization_id, system_id, standard_id, node_key),
        FOREIGN KEY (organization_id, system_id)
          REFERENCES standard_systems (organization_id, id) ON DELETE CASCADE,
        FOREIGN KEY (organization_id, standard_id)
          REFERENCES standards (organization_id, id) ON DELETE CASCADE
      );
      SELECT app.tenant_table('system_places');
      CREATE INDEX system_places_by_standard ON system_places (organization_id, standard_id);

      CREATE TABLE system_changes (
        organization_id uuid NOT NULL,
        system_id uuid NOT NULL,
        /* 1, 2, … within the system, in the order in which they are taken back. */
        number integer NOT NULL CHECK (number > 0),
        operations jsonb NOT NULL,
        inverse jsonb NOT NULL,
        /* { before, after }: on what each place rested, by standard. */
        bases jsonb NOT NULL,
        is_undone boolean NOT NULL DEFAULT false,
        by_id uuid NOT NULL,
        by_name text NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, system_id, number),
        FOREIGN KEY (organization_id, system_id)
          REFERENCES standard_systems (organization_id, id) ON DELETE CASCADE
      );
      SELECT app.tenant_table('system_changes');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE system_changes, system_places, standard_systems;`);
  }
}
