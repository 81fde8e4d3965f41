import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The codes by which standards are classified: 中国标准文献分类号 and 国际标准分类号; '' where none is told. */
export class ClassifyStandards1764000811000 implements MigrationInterface {
  name = 'ClassifyStandards1764000811000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE standards
        ADD COLUMN ccs text NOT NULL DEFAULT '',
        ADD COLUMN ics text NOT NULL DEFAULT '';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE standards DROP COLUMN ccs, DROP COLUMN ics');
  }
}
