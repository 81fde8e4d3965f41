import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An identity of a provider is shown by the name and address that the provider said when it was linked. */
export class TellWhoseIdentityIsLinked1764000873100 implements MigrationInterface {
  name = 'TellWhoseIdentityIsLinked1764000873100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE linked_identities ADD COLUMN told_as text NOT NULL DEFAULT '';
      ALTER TABLE pending_sign_ons ADD COLUMN told_as text NOT NULL DEFAULT '';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE pending_sign_ons DROP COLUMN told_as;
      ALTER TABLE linked_identities DROP COLUMN told_as;
    `);
  }
}
