import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a result says of each item, and how far each assessor agreed with what was settled, is kept with it: counted over
 * the cases of years, no sheet and no material is scored again. Results from before are not counted.
 */
export class CountResultsOverCases1764000889000 implements MigrationInterface {
  name = 'CountResultsOverCases1764000889000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE case_result_items (
        organization_id uuid NOT NULL,
        case_id uuid NOT NULL,
        number integer NOT NULL,
        item_id text NOT NULL,
        /* Hundredths of a point; NULL where no points are given, and where the item does not apply. */
        most integer,
        earned integer,
        /* The gravest of what did not conform. */
        severity text CHECK (severity IN ('major', 'minor')),
        PRIMARY KEY (organization_id, case_id, number, item_id),
        FOREIGN KEY (organization_id, case_id, number) REFERENCES case_results (organization_id, case_id, number),
        CHECK ((most IS NULL) = (earned IS NULL))
      );
      SELECT app.tenant_table('case_result_items', 'team');

      CREATE TABLE case_agreements (
        organization_id uuid NOT NULL,
        case_id uuid NOT NULL,
        number integer NOT NULL,
        user_id uuid NOT NULL,
        user_name text NOT NULL,
        /* Square, row by row: how often the assessor said the category of the row where that of the column was settled. */
        counts integer[] NOT NULL,
        /* Of the assessor less what was settled, added up over these items. */
        difference integer NOT NULL,
        PRIMARY KEY (organization_id, case_id, number, user_id),
        FOREIGN KEY (organization_id, case_id, number) REFERENCES case_results (organization_id, case_id, number)
      );
      SELECT app.tenant_table('case_agreements', 'team');
      REVOKE UPDATE, DELETE ON case_result_items, case_agreements FROM liangxing_app, liangxing_jobs;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE case_agreements, case_result_items');
  }
}
