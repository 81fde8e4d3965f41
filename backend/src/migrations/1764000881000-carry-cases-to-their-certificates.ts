import type { MigrationInterface, QueryRunner } from 'typeorm';

const EARLY = `'submitted', 'received', 'checking', 'correcting', 'accepted'`;
const LATE = `'plan_sent', 'plan_objected', 'planned', 'evaluating', 'rectifying', 'reviewing', 'deciding', 'publicity',
  'appealing'`;
const ENDED = `'certified', 'refused', 'rejected', 'withdrawn'`;
const KINDS = `'submitted', 'answered', 'corrected', 'withdrawn', 'received', 'check_started', 'asked',
  'correction_requested', 'accepted', 'rejected'`;
const LATER_KINDS = `'plan_confirmed', 'plan_objected', 'finding_answered', 'appealed', 'plan_sent', 'plan_redrawn',
  'evaluation_began', 'findings_sent', 'finding_judged', 'review_began', 'review_returned', 'review_passed', 'granted',
  'refused', 'publicity_stopped', 'certified', 'appeal_upheld', 'appeal_dismissed', 'surveillance_noticed',
  'certificate_changed'`;

/** What follows the acceptance of an application has its states and letters, and a case has the people who evaluate. */
export class CarryCasesToTheirCertificates1764000881000 implements MigrationInterface {
  name = 'CarryCasesToTheirCertificates1764000881000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${known(`${EARLY}, ${LATE}, ${ENDED}`, `${KINDS}, ${LATER_KINDS}`)}
      ${oneOpen(`${EARLY}, ${LATE}`)}

      CREATE TABLE case_team (
        organization_id uuid NOT NULL,
        case_id uuid NOT NULL,
        user_id uuid NOT NULL,
        /* As it is printed. */
        name text NOT NULL,
        role text NOT NULL CHECK (role IN ('lead', 'assessor', 'expert')),
        added_at timestamptz NOT NULL DEFAULT now(),
        added_by_name text NOT NULL,
        /* Who left the team keeps the line, and what they scored. */
        removed_at timestamptz,
        PRIMARY KEY (organization_id, case_id, user_id),
        FOREIGN KEY (organization_id, case_id) REFERENCES cases (organization_id, id)
      );
      CREATE UNIQUE INDEX case_team_lead ON case_team (organization_id, case_id)
        WHERE role = 'lead' AND removed_at IS NULL;
      SELECT app.tenant_table('case_team', 'team');
      REVOKE DELETE ON case_team FROM liangxing_app, liangxing_jobs;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE case_team;
      ${oneOpen(EARLY)}
      ${known(`${EARLY}, 'rejected', 'withdrawn'`, KINDS)}
    `);
  }
}

const known = (states: string, kinds: string): string => `
  ALTER TABLE submissions DROP CONSTRAINT submissions_state_check,
    ADD CONSTRAINT submissions_state_check CHECK (state IN (${states}));
  ALTER TABLE cases DROP CONSTRAINT cases_state_check,
    ADD CONSTRAINT cases_state_check CHECK (state IN (${states}));
  ALTER TABLE letters DROP CONSTRAINT letters_state_check, DROP CONSTRAINT letters_kind_check,
    ADD CONSTRAINT letters_state_check CHECK (state IN (${states})),
    ADD CONSTRAINT letters_kind_check CHECK (kind IN (${kinds}));
`;

const oneOpen = (states: string): string => `
  DROP INDEX submissions_of_evaluation;
  CREATE UNIQUE INDEX submissions_of_evaluation ON submissions (organization_id, assessment_id, body_id)
    WHERE state IN (${states});
`;
