import type { MigrationInterface, QueryRunner } from 'typeorm';

const AREAS = `ARRAY['profile', 'register', 'system', 'assessment', 'evidence', 'records', 'improvements', 'dossier']`;
const OPENED = `CHECK (cardinality(readable) > 0 AND writable <@ readable AND readable <@ ${AREAS})`;

/**
 * An engagement is offered by one side and accepted by the other. What is offered stands in the tenant of who offers;
 * what was accepted is the grant in the tenant of the client, and nothing else lets anybody in. The consultancy keeps a
 * mirror of both for its list, and who of its people works for which client. What one side keeps of the other points to no
 * row of it: the line of an engagement stays where the other side is no more.
 */
export class AgreeOnEngagements1764000862000 implements MigrationInterface {
  name = 'AgreeOnEngagements1764000862000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE engagement_offers (
        organization_id uuid NOT NULL REFERENCES organizations (id),
        id uuid NOT NULL,
        offered_by text NOT NULL CHECK (offered_by IN ('client', 'consultancy')),
        /* Unknown while a mailed offer waits: whoever opens it says for which enterprise. */
        partner_id uuid,
        partner_name text NOT NULL DEFAULT '',
        email text,
        token_hashes bytea[] NOT NULL DEFAULT '{}',
        readable text[] NOT NULL,
        writable text[] NOT NULL,
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        reason text NOT NULL DEFAULT '',
        state text NOT NULL DEFAULT 'offered'
          CHECK (state IN ('offered', 'live', 'declined', 'withdrawn', 'lapsed')),
        offered_at timestamptz NOT NULL DEFAULT now(),
        offered_by_id uuid NOT NULL,
        offered_by_name text NOT NULL,
        expires_at timestamptz NOT NULL,
        decided_at timestamptz,
        decided_by_name text NOT NULL DEFAULT '',
        mail_failed_at timestamptz,
        PRIMARY KEY (organization_id, id),
        ${OPENED},
        CHECK (starts_at < ends_at),
        CHECK (partner_id <> organization_id),
        CHECK (CASE offered_by WHEN 'client' THEN partner_id IS NOT NULL ELSE email IS NOT NULL END)
      );
      CREATE UNIQUE INDEX engagement_offers_to_partner ON engagement_offers (organization_id, partner_id)
        WHERE state = 'offered' AND email IS NULL;
      CREATE UNIQUE INDEX engagement_offers_to_address ON engagement_offers (organization_id, email)
        WHERE state = 'offered';
      SELECT app.tenant_table('engagement_offers', 'team');
      REVOKE DELETE ON engagement_offers FROM liangxing_app, liangxing_jobs;

      ALTER TABLE access_grants
        ADD COLUMN offered_by text NOT NULL DEFAULT 'client' CHECK (offered_by IN ('client', 'consultancy')),
        ADD COLUMN accepted_by_name text NOT NULL DEFAULT '',
        ADD COLUMN revoked_by_name text NOT NULL DEFAULT '',
        /* Whether it was the consultancy that ended it. */
        ADD COLUMN is_resigned boolean NOT NULL DEFAULT false,
        /* Of the engagement: its offer was the first one. */
        ADD COLUMN version integer NOT NULL DEFAULT 2,
        /* The end that both sides were told is near; another one is told anew. */
        ADD COLUMN end_told_for timestamptz,
        ADD CHECK (NOT is_resigned OR revoked_at IS NOT NULL);
      CREATE INDEX audit_events_of_grant ON audit_events (organization_id, grant_id, id)
        WHERE grant_id IS NOT NULL;

      CREATE TABLE clients (
        organization_id uuid NOT NULL REFERENCES organizations (id),
        /* Of the engagement, as in the tenant of the client. */
        id uuid NOT NULL,
        client_id uuid NOT NULL,
        client_name text NOT NULL,
        offered_by text NOT NULL CHECK (offered_by IN ('client', 'consultancy')),
        state text NOT NULL
          CHECK (state IN ('offered', 'live', 'declined', 'withdrawn', 'revoked', 'resigned')),
        readable text[] NOT NULL,
        writable text[] NOT NULL,
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        reason text NOT NULL,
        /* Of the offer that waits. */
        expires_at timestamptz,
        /* The newest letter counts. */
        version integer NOT NULL,
        changed_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id)
      );
      CREATE INDEX clients_of_name ON clients (organization_id, client_id);
      SELECT app.tenant_table('clients', 'team');
      REVOKE DELETE ON clients FROM liangxing_app, liangxing_jobs;

      CREATE TABLE client_assignments (
        organization_id uuid NOT NULL REFERENCES organizations (id),
        client_id uuid NOT NULL,
        user_id uuid NOT NULL,
        assigned_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, client_id, user_id),
        FOREIGN KEY (organization_id, user_id) REFERENCES memberships (organization_id, user_id)
          ON DELETE CASCADE
      );
      CREATE INDEX client_assignments_of_person ON client_assignments (organization_id, user_id);
      SELECT app.tenant_table('client_assignments', 'team');
      REVOKE UPDATE ON client_assignments FROM liangxing_app, liangxing_jobs;
      CREATE POLICY entering ON client_assignments FOR SELECT TO liangxing_migrator USING (true);
      CREATE TRIGGER tell_identity_changed AFTER INSERT OR DELETE ON client_assignments
        FOR EACH ROW EXECUTE FUNCTION app.tell_identity_changed('user_id');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE client_assignments, clients, engagement_offers;
      DROP INDEX audit_events_of_grant;
      ALTER TABLE access_grants DROP COLUMN offered_by, DROP COLUMN accepted_by_name,
        DROP COLUMN revoked_by_name, DROP COLUMN is_resigned, DROP COLUMN version, DROP COLUMN end_told_for;
    `);
  }
}
