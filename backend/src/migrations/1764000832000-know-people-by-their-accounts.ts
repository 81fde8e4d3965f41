import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Table → columns that hold a member beside the printed name. */
const PEOPLE: readonly (readonly [string, readonly string[]])[] = [
  ['corrective_actions', ['owner_user_id', 'verified_by_user_id']],
  ['answers', ['responsible_user_id']],
  ['standard_draft_steps', ['by_user_id']],
];

/**
 * Beside a printed name stands the member whom it means, where that is known. Who leaves takes the account along and
 * leaves the name. Whether a verifier is the owner is told by accounts; two people may have one name, so that names
 * alone are compared by the use case and no longer here.
 */
export class KnowPeopleByTheirAccounts1764000832000 implements MigrationInterface {
  name = 'KnowPeopleByTheirAccounts1764000832000';

  async up(runner: QueryRunner): Promise<void> {
    for (const [table, columns] of PEOPLE)
      for (const column of columns)
        await runner.query(`
          ALTER TABLE ${table} ADD COLUMN ${column} uuid,
            ADD CONSTRAINT ${table}_${column}_member FOREIGN KEY (organization_id, ${column})
              REFERENCES memberships (organization_id, user_id) ON DELETE SET NULL (${column});
          CREATE INDEX ${table}_of_${column} ON ${table} (organization_id, ${column})
            WHERE ${column} IS NOT NULL;
        `);
    await runner.query(`
      ALTER TABLE corrective_actions DROP CONSTRAINT corrective_actions_check1,
        ADD CONSTRAINT corrective_actions_verifier CHECK (state <> 'verified' OR verified_by <> ''),
        ADD CONSTRAINT corrective_actions_other_verifier
          CHECK (state <> 'verified' OR owner_user_id <> verified_by_user_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE corrective_actions DROP CONSTRAINT corrective_actions_other_verifier,
        DROP CONSTRAINT corrective_actions_verifier,
        ADD CONSTRAINT corrective_actions_check1
          CHECK (state <> 'verified' OR (verified_by <> '' AND verified_by <> owner)) NOT VALID;
    `);
    for (const [table, columns] of PEOPLE)
      for (const column of columns)
        await runner.query(`ALTER TABLE ${table} DROP COLUMN ${column}`);
  }
}
