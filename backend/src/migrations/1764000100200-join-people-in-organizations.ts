import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Organizations, who belongs to them, who is invited, and the profile of an enterprise. */
export class JoinPeopleInOrganizations1764000100200 implements MigrationInterface {
  name = 'JoinPeopleInOrganizations1764000100200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE organizations (
        id uuid PRIMARY KEY,
        kind text NOT NULL DEFAULT 'enterprise' CHECK (kind IN ('enterprise')),
        name text NOT NULL,
        is_sample boolean NOT NULL DEFAULT false,
        created_at timestamptz NOT NULL DEFAULT now()
      );

      CREATE TABLE memberships (
        organization_id uuid NOT NULL REFERENCES organizations (id),
        user_id uuid NOT NULL REFERENCES users (id),
        role text NOT NULL CHECK (role IN ('owner', 'editor', 'viewer')),
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, user_id)
      );
      CREATE INDEX memberships_of_user ON memberships (user_id);
      SELECT app.tenant_table('memberships');
      -- Before an organization is chosen a person sees the own memberships, and nothing else.
      CREATE POLICY own_memberships ON memberships FOR SELECT USING (
        user_id = NULLIF(current_setting('app.user_id', true), '')::uuid);

      ALTER TABLE organizations ENABLE ROW LEVEL SECURITY;
      ALTER TABLE organizations FORCE ROW LEVEL SECURITY;
      CREATE POLICY tenant ON organizations
        USING (id = NULLIF(current_setting('app.organization_id', true), '')::uuid)
        WITH CHECK (id = NULLIF(current_setting('app.organization_id', true), '')::uuid);
      CREATE POLICY own_organizations ON organizations FOR SELECT USING (EXISTS (
        SELECT FROM memberships m WHERE m.organization_id = organizations.id
          AND m.user_id = NULLIF(current_setting('app.user_id', true), '')::uuid));
      GRANT SELECT, INSERT, UPDATE ON organizations TO liangxing_app, liangxing_jobs;

      -- Housekeeping goes through all organizations; it learns their ids and no more.
      CREATE POLICY ids_for_housekeeping ON organizations FOR SELECT TO liangxing_migrator USING (true);
      CREATE FUNCTION app.organization_ids() RETURNS SETOF uuid
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS
        $$ SELECT id FROM public.organizations $$;
      REVOKE ALL ON FUNCTION app.organization_ids() FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.organization_ids() TO liangxing_jobs;

      CREATE TABLE invitations (
        organization_id uuid NOT NULL REFERENCES organizations (id),
        id uuid NOT NULL,
        email text NOT NULL CHECK (email = lower(email)),
        role text NOT NULL CHECK (role IN ('owner', 'editor', 'viewer')),
        -- A mail may be sent twice; each copy holds a token of its own.
        token_hashes bytea[] NOT NULL DEFAULT '{}',
        invited_by uuid NOT NULL REFERENCES users (id),
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        accepted_at timestamptz,
        PRIMARY KEY (organization_id, id)
      );
      CREATE UNIQUE INDEX invitations_open ON invitations (organization_id, email)
        WHERE accepted_at IS NULL;
      SELECT app.tenant_table('invitations');

      CREATE TABLE enterprise_profiles (
        organization_id uuid PRIMARY KEY REFERENCES organizations (id),
        version integer NOT NULL DEFAULT 1,
        profile jsonb NOT NULL,
        updated_at timestamptz NOT NULL DEFAULT now()
      );
      SELECT app.tenant_table('enterprise_profiles');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE enterprise_profiles, invitations;
      DROP FUNCTION app.organization_ids();
      DROP POLICY own_organizations ON organizations;
      DROP TABLE memberships, organizations;
    `);
  }
}
