import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The classification of standards as publishers list it, for registers that do not tell it; '' where none is known. */
export class ClassifyTheCatalogue1764000811100 implements MigrationInterface {
  name = 'ClassifyTheCatalogue1764000811100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE catalogue_standards
        ADD COLUMN ccs text NOT NULL DEFAULT '',
        ADD COLUMN ics text NOT NULL DEFAULT '';
      CREATE INDEX catalogue_standards_classified ON catalogue_standards (identity_key)
        WHERE ccs <> '' OR ics <> '';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX catalogue_standards_classified;
      ALTER TABLE catalogue_standards DROP COLUMN ccs, DROP COLUMN ics;
    `);
  }
}
