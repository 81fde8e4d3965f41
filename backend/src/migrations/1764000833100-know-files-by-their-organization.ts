import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A key of the store begins with its organization: it is unique among that one's, and nobody looks at all of them. */
export class KnowFilesByTheirOrganization1764000833100 implements MigrationInterface {
  name = 'KnowFilesByTheirOrganization1764000833100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE evidence_revisions DROP CONSTRAINT evidence_revisions_storage_key_key,
        ADD UNIQUE (organization_id, storage_key);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE evidence_revisions DROP CONSTRAINT evidence_revisions_organization_id_storage_key_key,
        ADD UNIQUE (storage_key);
    `);
  }
}
