import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The link of an open invitation can be made anew to be handed over by other ways than mail. It stands apart from those
 * that were mailed: whoever comes with it has read no mail, so that it confirms no address.
 */
export class CopyLinksOfInvitations1764000861300 implements MigrationInterface {
  name = 'CopyLinksOfInvitations1764000861300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE invitations ADD COLUMN copied_link_hash bytea CHECK (length(copied_link_hash) = 32);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE invitations DROP COLUMN copied_link_hash;');
  }
}
