import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who did what: appended only, sealed afterwards in batches whose hashes form a chain per organization. */
export class KeepAnAuditTrail1764000100300 implements MigrationInterface {
  name = 'KeepAnAuditTrail1764000100300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE audit_events (
        organization_id uuid NOT NULL REFERENCES organizations (id),
        id bigint GENERATED ALWAYS AS IDENTITY,
        recorded_at timestamptz NOT NULL DEFAULT now(),
        actor_id uuid,
        actor_name text NOT NULL,
        action text NOT NULL,
        subject_type text NOT NULL,
        subject_id text NOT NULL,
        details jsonb NOT NULL DEFAULT '{}',
        correlation_id text NOT NULL,
        PRIMARY KEY (organization_id, id)
      );
      CREATE TABLE audit_seals (
        organization_id uuid NOT NULL REFERENCES organizations (id),
        number integer NOT NULL CHECK (number > 0),
        sealed_at timestamptz NOT NULL DEFAULT now(),
        events integer NOT NULL CHECK (events > 0),
        previous_sha256 text NOT NULL,
        sha256 text NOT NULL,
        PRIMARY KEY (organization_id, number)
      );
      -- Which seal holds which event: an event that commits late goes into a later seal, none is skipped.
      CREATE TABLE audit_sealed_events (
        organization_id uuid NOT NULL,
        event_id bigint NOT NULL,
        seal_number integer NOT NULL,
        PRIMARY KEY (organization_id, event_id),
        FOREIGN KEY (organization_id, event_id) REFERENCES audit_events (organization_id, id),
        FOREIGN KEY (organization_id, seal_number) REFERENCES audit_seals (organization_id, number)
      );
      CREATE INDEX audit_sealed_events_by_seal
        ON audit_sealed_events (organization_id, seal_number, event_id);
      SELECT app.tenant_table('audit_events');
      SELECT app.tenant_table('audit_seals');
      SELECT app.tenant_table('audit_sealed_events');
      REVOKE UPDATE, DELETE ON audit_events, audit_seals, audit_sealed_events
        FROM liangxing_app, liangxing_jobs;
      REVOKE INSERT ON audit_seals, audit_sealed_events FROM liangxing_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE audit_sealed_events, audit_seals, audit_events;`);
  }
}
