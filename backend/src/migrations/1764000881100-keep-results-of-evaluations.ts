import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a team hands to the review is frozen; handed over again it is another one, and the one before stays. */
export class KeepResultsOfEvaluations1764000881100 implements MigrationInterface {
  name = 'KeepResultsOfEvaluations1764000881100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE case_results (
        organization_id uuid NOT NULL,
        case_id uuid NOT NULL,
        number integer NOT NULL,
        /* Canonical JSON. */
        result text NOT NULL,
        result_sha256 text NOT NULL,
        handed_over_at timestamptz NOT NULL DEFAULT now(),
        handed_over_by uuid NOT NULL,
        handed_over_by_name text NOT NULL,
        PRIMARY KEY (organization_id, case_id, number),
        FOREIGN KEY (organization_id, case_id) REFERENCES cases (organization_id, id)
      );
      SELECT app.tenant_table('case_results', 'team');
      REVOKE UPDATE, DELETE ON case_results FROM liangxing_app, liangxing_jobs;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE case_results');
  }
}
