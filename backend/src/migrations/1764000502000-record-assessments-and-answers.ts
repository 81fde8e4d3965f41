import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Assessments pinned to a scheme version, their answers one by one, and every answer there ever was. */
export class RecordAssessmentsAndAnswers1764000502000 implements MigrationInterface {
  name = 'RecordAssessmentsAndAnswers1764000502000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE assessments (
        organization_id uuid NOT NULL REFERENCES organizations (id),
        id uuid NOT NULL,
        version integer NOT NULL DEFAULT 1,
        title text NOT NULL,
        scheme_id text NOT NULL,
        scheme_version text NOT NULL,
        target_grade text NOT NULL DEFAULT '',
        target_level text CHECK (target_level IN ('national', 'provincial')),
        state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'closed')),
        plan jsonb NOT NULL,
        conclusion text NOT NULL DEFAULT '',
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        FOREIGN KEY (scheme_id, scheme_version) REFERENCES scheme_versions (id, version)
      );
      SELECT app.tenant_table('assessments');

      CREATE TABLE answers (
        organization_id uuid NOT NULL,
        assessment_id uuid NOT NULL,
        item_id text NOT NULL,
        version integer NOT NULL DEFAULT 1,
        state text NOT NULL,
        rules jsonb NOT NULL DEFAULT '{}',
        finding text NOT NULL DEFAULT '',
        responsible text NOT NULL DEFAULT '',
        reason text NOT NULL DEFAULT '',
        approval jsonb,
        updated_at timestamptz NOT NULL DEFAULT now(),
        updated_by uuid NOT NULL,
        updated_by_name text NOT NULL,
        PRIMARY KEY (organization_id, assessment_id, item_id),
        FOREIGN KEY (organization_id, assessment_id) REFERENCES assessments (organization_id, id)
      );
      SELECT app.tenant_table('answers');

      CREATE TABLE answer_history (
        organization_id uuid NOT NULL,
        assessment_id uuid NOT NULL,
        item_id text NOT NULL,
        version integer NOT NULL,
        answer jsonb NOT NULL,
        changed_at timestamptz NOT NULL DEFAULT now(),
        changed_by uuid NOT NULL,
        changed_by_name text NOT NULL,
        idempotency_key text,
        request_sha256 text,
        PRIMARY KEY (organization_id, assessment_id, item_id, version),
        UNIQUE (organization_id, assessment_id, idempotency_key),
        FOREIGN KEY (organization_id, assessment_id, item_id)
          REFERENCES answers (organization_id, assessment_id, item_id)
      );
      SELECT app.tenant_table('answer_history');
      REVOKE UPDATE, DELETE ON answer_history FROM liangxing_app, liangxing_jobs;
      CREATE TRIGGER answer_history_is_append_only
        BEFORE UPDATE OR DELETE ON answer_history
        FOR EACH ROW EXECUTE FUNCTION app.refuse_change();

      CREATE TABLE assessment_efforts (
        organization_id uuid NOT NULL,
        assessment_id uuid NOT NULL,
        version integer NOT NULL DEFAULT 1,
        efforts jsonb NOT NULL DEFAULT '{}',
        excluded jsonb NOT NULL DEFAULT '[]',
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, assessment_id),
        FOREIGN KEY (organization_id, assessment_id) REFERENCES assessments (organization_id, id)
      );
      SELECT app.tenant_table('assessment_efforts');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE assessment_efforts, answer_history, answers, assessments;`);
  }
}
