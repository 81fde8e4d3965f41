import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Removals and changes of many standards at once, with what is needed to take them back: the recycle bin is the rows of
 * removals.
 */
export class KeepWhatLeavesTheRegister1764000751000 implements MigrationInterface {
  name = 'KeepWhatLeavesTheRegister1764000751000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE register_acts (
        organization_id uuid NOT NULL REFERENCES organizations (id),
        id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('removed', 'edited')),
        done_at timestamptz NOT NULL DEFAULT now(),
        done_by uuid NOT NULL,
        done_by_name text NOT NULL,
        PRIMARY KEY (organization_id, id)
      );
      SELECT app.tenant_table('register_acts');
      CREATE INDEX register_acts_in_time ON register_acts (organization_id, done_at DESC);

      CREATE TABLE register_act_rows (
        organization_id uuid NOT NULL,
        act_id uuid NOT NULL,
        /* Not a foreign key: what was removed is no standard any more. */
        standard_id uuid NOT NULL,
        /* Of a removal the whole record, of a change the fields that it wrote. */
        before jsonb NOT NULL,
        /* Of a removal: { version, position, createdAt, checkedStatus, checkedStatusOn, places, evidence, drafts }. */
        kept jsonb,
        /* Of a change: what it left behind; a later version is left alone. */
        version_after integer,
        PRIMARY KEY (organization_id, act_id, standard_id),
        FOREIGN KEY (organization_id, act_id)
          REFERENCES register_acts (organization_id, id) ON DELETE CASCADE,
        CHECK ((kept IS NULL) <> (version_after IS NULL))
      );
      SELECT app.tenant_table('register_act_rows');
      CREATE UNIQUE INDEX removed_standards
        ON register_act_rows (organization_id, standard_id) WHERE kept IS NOT NULL;

      CREATE FUNCTION app.organizations_with_old_removals() RETURNS SETOF uuid
        LANGUAGE plpgsql VOLATILE SECURITY DEFINER
        SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        before text := coalesce(current_setting('app.organization_id', true), '');
        organization uuid;
      BEGIN
        FOR organization IN SELECT id FROM organizations LOOP
          PERFORM set_config('app.organization_id', organization::text, true);
          IF EXISTS (SELECT FROM register_acts WHERE organization_id = organization
              AND done_at < now() - interval '30 days') THEN
            RETURN NEXT organization;
          END IF;
        END LOOP;
        PERFORM set_config('app.organization_id', before, true);
      END $$;
      REVOKE ALL ON FUNCTION app.organizations_with_old_removals() FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.organizations_with_old_removals() TO liangxing_jobs;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION app.organizations_with_old_removals();
      DROP TABLE register_act_rows, register_acts;
    `);
  }
}
