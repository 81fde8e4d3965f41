import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Letters as they were known before. */
const KINDS = `'submitted', 'answered', 'corrected', 'withdrawn', 'received', 'check_started', 'asked',
  'correction_requested', 'accepted', 'rejected', 'plan_confirmed', 'plan_objected', 'finding_answered', 'appealed',
  'plan_sent', 'plan_redrawn', 'evaluation_began', 'findings_sent', 'finding_judged', 'review_began', 'review_returned',
  'review_passed', 'granted', 'refused', 'publicity_stopped', 'certified', 'appeal_upheld', 'appeal_dismissed',
  'surveillance_noticed', 'certificate_changed', 'team_changed'`;

/** @param held NOT VALID on the way down: letters that were written stay */
const known = (kinds: string, held = ''): string => `
  ALTER TABLE letters DROP CONSTRAINT letters_kind_check,
    ADD CONSTRAINT letters_kind_check CHECK (kind IN (${kinds})) ${held};
`;

/**
 * A certificate has a day from which its renewal should be applied for, of which the enterprise is told once; an application
 * and its case say which certificate they renew, and both certificates name each other.
 */
export class PlanRenewalsOfCertificates1764000888100 implements MigrationInterface {
  name = 'PlanRenewalsOfCertificates1764000888100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${known(`${KINDS}, 'renewal_noticed'`)}
      ALTER TABLE certificate_settings
        ADD COLUMN renewal_months integer NOT NULL DEFAULT 6 CHECK (renewal_months BETWEEN 1 AND 12);

      ALTER TABLE certificates
        /* From this day on its renewal should be applied for. */
        ADD COLUMN renew_from date,
        /* When the enterprise was told. */
        ADD COLUMN renewal_noticed_at timestamptz,
        /* Number of the certificate that it renews; empty: of none. */
        ADD COLUMN renews text NOT NULL DEFAULT '',
        /* Number of the certificate that renews it; empty: none does. */
        ADD COLUMN renewed_by text NOT NULL DEFAULT '';
      ALTER TABLE certificates NO FORCE ROW LEVEL SECURITY;
      UPDATE certificates SET renew_from = greatest(issued_on, (valid_until + 1 - interval '6 months')::date);
      ALTER TABLE certificates FORCE ROW LEVEL SECURITY;
      ALTER TABLE certificates ALTER COLUMN renew_from SET NOT NULL;
      CREATE INDEX certificates_to_renew ON certificates (organization_id, renew_from)
        WHERE renewed_by = '' AND state <> 'withdrawn';

      /* Number of the certificate that is renewed; empty: it is no renewal. */
      ALTER TABLE submissions ADD COLUMN renews text NOT NULL DEFAULT '';
      ALTER TABLE cases ADD COLUMN renews text NOT NULL DEFAULT '';
      CREATE INDEX cases_by_renewed_certificate ON cases (organization_id, renews) WHERE renews <> '';

      /* Bodies whose enterprises are to be told of a surveillance or a renewal. */
      CREATE OR REPLACE FUNCTION app.organizations_with_surveillances_to_notice() RETURNS SETOF uuid
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT s.organization_id FROM public.surveillances s
        JOIN public.certificates c ON c.organization_id = s.organization_id AND c.id = s.certificate_id
        WHERE s.noticed_at IS NULL AND s.result IS NULL AND s.due_on <= app.today() + 60
          AND c.state <> 'withdrawn' AND c.valid_until >= app.today()
        UNION
        SELECT c.organization_id FROM public.certificates c
        WHERE c.renewal_noticed_at IS NULL AND c.renewed_by = '' AND c.renew_from <= app.today()
          AND c.state <> 'withdrawn' AND c.valid_until >= app.today() $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION app.organizations_with_surveillances_to_notice() RETURNS SETOF uuid
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT DISTINCT s.organization_id FROM public.surveillances s
        JOIN public.certificates c ON c.organization_id = s.organization_id AND c.id = s.certificate_id
        WHERE s.noticed_at IS NULL AND s.result IS NULL AND s.due_on <= app.today() + 60
          AND c.state <> 'withdrawn' AND c.valid_until >= app.today() $$;
      ALTER TABLE cases DROP COLUMN renews;
      ALTER TABLE submissions DROP COLUMN renews;
      DROP INDEX certificates_to_renew;
      ALTER TABLE certificates DROP COLUMN renew_from, DROP COLUMN renewal_noticed_at, DROP COLUMN renews,
        DROP COLUMN renewed_by;
      ALTER TABLE certificate_settings DROP COLUMN renewal_months;
      ${known(KINDS, 'NOT VALID')}
    `);
  }
}
