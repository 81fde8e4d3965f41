import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Assessors take a case along where there is no network; who has it, until when, and when it was last heard of. */
export class TakeCasesAlong1764000886000 implements MigrationInterface {
  name = 'TakeCasesAlong1764000886000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE case_devices (
        organization_id uuid NOT NULL,
        case_id uuid NOT NULL,
        /* Made by the device, anew for each taking along. */
        device_id uuid NOT NULL,
        user_id uuid NOT NULL,
        user_name text NOT NULL,
        device_name text NOT NULL,
        taken_at timestamptz NOT NULL DEFAULT now(),
        until timestamptz NOT NULL,
        last_seen_at timestamptz NOT NULL DEFAULT now(),
        wipe_asked_at timestamptz,
        wipe_asked_by_name text,
        ended_at timestamptz,
        ended_as text CHECK (ended_as IN ('given_back', 'wiped')),
        PRIMARY KEY (organization_id, case_id, device_id),
        FOREIGN KEY (organization_id, case_id) REFERENCES cases (organization_id, id),
        CHECK ((wipe_asked_at IS NULL) = (wipe_asked_by_name IS NULL)),
        CHECK ((ended_at IS NULL) = (ended_as IS NULL))
      );
      SELECT app.tenant_table('case_devices', 'team');
      REVOKE DELETE ON case_devices FROM liangxing_app, liangxing_jobs;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE case_devices');
  }
}
