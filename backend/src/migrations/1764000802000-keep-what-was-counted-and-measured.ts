import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sample and figure of a readiness item stand beside its answer; they are kept where nobody judges otherwise. */
export class KeepWhatWasCountedAndMeasured1764000802000 implements MigrationInterface {
  name = 'KeepWhatWasCountedAndMeasured1764000802000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE answers ADD COLUMN measured jsonb`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE answers DROP COLUMN measured`);
  }
}
