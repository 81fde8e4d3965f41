import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What belongs to no organization has a trail of its own, sealed like theirs: one chain per part of the platform. */
export class KeepATrailOfThePlatform1764000821000 implements MigrationInterface {
  name = 'KeepATrailOfThePlatform1764000821000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE platform_events (
        part text NOT NULL CHECK (part ~ '^[a-z_]{1,40}$'),
        id bigint GENERATED ALWAYS AS IDENTITY,
        recorded_at timestamptz NOT NULL DEFAULT now(),
        actor_id uuid,
        actor_name text NOT NULL,
        action text NOT NULL,
        subject_type text NOT NULL,
        subject_id text NOT NULL,
        details jsonb NOT NULL DEFAULT '{}',
        correlation_id text NOT NULL,
        PRIMARY KEY (part, id)
      );
      CREATE TABLE platform_seals (
        part text NOT NULL,
        number integer NOT NULL CHECK (number > 0),
        sealed_at timestamptz NOT NULL DEFAULT now(),
        events integer NOT NULL CHECK (events > 0),
        previous_sha256 text NOT NULL,
        sha256 text NOT NULL,
        PRIMARY KEY (part, number)
      );
      CREATE TABLE platform_sealed_events (
        part text NOT NULL,
        event_id bigint NOT NULL,
        seal_number integer NOT NULL,
        PRIMARY KEY (part, event_id),
        FOREIGN KEY (part, event_id) REFERENCES platform_events (part, id),
        FOREIGN KEY (part, seal_number) REFERENCES platform_seals (part, number)
      );
      CREATE INDEX platform_sealed_events_by_seal
        ON platform_sealed_events (part, seal_number, event_id);
      GRANT SELECT, INSERT ON platform_events TO liangxing_app, liangxing_jobs;
      GRANT SELECT, INSERT ON platform_seals, platform_sealed_events TO liangxing_jobs;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE platform_sealed_events, platform_seals, platform_events;');
  }
}
