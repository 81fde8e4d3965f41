import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How a system's documents look: layout of the diagram, and a version of their own for what people write. */
export class SetUpTheDocumentsOfASystem1764000651000 implements MigrationInterface {
  name = 'SetUpTheDocumentsOfASystem1764000651000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE standard_systems
        ADD COLUMN documents_version integer NOT NULL DEFAULT 1,
        ADD COLUMN diagram_mode text NOT NULL DEFAULT 'function'
          CHECK (diagram_mode IN ('function', 'integration', 'block'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE standard_systems DROP COLUMN documents_version, DROP COLUMN diagram_mode;`,
    );
  }
}
