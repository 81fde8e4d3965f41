import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who of the team that evaluates itself is a member, by the place in the list of names; the list itself stays in the
 * plan. Who leaves takes the account along and leaves the name.
 */
export class KnowTheTeamByItsAccounts1764000832100 implements MigrationInterface {
  name = 'KnowTheTeamByItsAccounts1764000832100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE assessment_team_accounts (
        organization_id uuid NOT NULL,
        assessment_id uuid NOT NULL,
        place integer NOT NULL CHECK (place > 0),
        user_id uuid NOT NULL,
        PRIMARY KEY (organization_id, assessment_id, place),
        FOREIGN KEY (organization_id, assessment_id)
          REFERENCES assessments (organization_id, id) ON DELETE CASCADE,
        FOREIGN KEY (organization_id, user_id)
          REFERENCES memberships (organization_id, user_id) ON DELETE CASCADE
      );
      CREATE INDEX assessment_team_accounts_of_user
        ON assessment_team_accounts (organization_id, user_id);
      SELECT app.tenant_table('assessment_team_accounts', 'assessment');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE assessment_team_accounts');
  }
}
