import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Letters as they were known before. */
const KINDS = `'submitted', 'answered', 'corrected', 'withdrawn', 'received', 'check_started', 'asked',
  'correction_requested', 'accepted', 'rejected', 'plan_confirmed', 'plan_objected', 'finding_answered', 'appealed',
  'plan_sent', 'plan_redrawn', 'evaluation_began', 'findings_sent', 'finding_judged', 'review_began', 'review_returned',
  'review_passed', 'granted', 'refused', 'publicity_stopped', 'certified', 'appeal_upheld', 'appeal_dismissed',
  'surveillance_noticed', 'certificate_changed'`;

/** @param held NOT VALID on the way down: letters that were written stay */
const known = (kinds: string, held = ''): string => `
  ALTER TABLE letters DROP CONSTRAINT letters_kind_check,
    ADD CONSTRAINT letters_kind_check CHECK (kind IN (${kinds})) ${held};
`;

/**
 * A team that changes during an evaluation is told by a letter; who comes back into the team of a case keeps what is known
 * of the time before: from when to when, and as what.
 */
export class KeepPastTermsOfTeams1764000888000 implements MigrationInterface {
  name = 'KeepPastTermsOfTeams1764000888000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${known(`${KINDS}, 'team_changed'`)}
      CREATE TABLE case_team_terms (
        organization_id uuid NOT NULL,
        case_id uuid NOT NULL,
        user_id uuid NOT NULL,
        /* 1, 2, …: of this person. */
        number integer NOT NULL,
        name text NOT NULL,
        role text NOT NULL CHECK (role IN ('lead', 'assessor', 'expert')),
        added_at timestamptz NOT NULL,
        added_by_name text NOT NULL,
        removed_at timestamptz NOT NULL,
        PRIMARY KEY (organization_id, case_id, user_id, number),
        FOREIGN KEY (organization_id, case_id, user_id) REFERENCES case_team (organization_id, case_id, user_id)
      );
      SELECT app.tenant_table('case_team_terms', 'team');
      REVOKE UPDATE, DELETE ON case_team_terms FROM liangxing_app, liangxing_jobs;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE case_team_terms;
      ${known(KINDS, 'NOT VALID')}
    `);
  }
}
