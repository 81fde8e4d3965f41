import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A body (评价组织) lets enterprises see scoring tables of its own. What it offers is a version that it has published; an
 * enterprise takes a copy of it, which is the enterprise's from then on.
 */
export class OfferSchemesToApplicants1764000891000 implements MigrationInterface {
  name = 'OfferSchemesToApplicants1764000891000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE offered_schemes (
        organization_id uuid NOT NULL REFERENCES organizations (id),
        scheme_id text NOT NULL,
        version text NOT NULL,
        offered_at timestamptz NOT NULL DEFAULT now(),
        offered_by_name text NOT NULL,
        PRIMARY KEY (organization_id, scheme_id),
        FOREIGN KEY (organization_id, scheme_id, version)
          REFERENCES organization_schemes (organization_id, id, version)
      );
      SELECT app.tenant_table('offered_schemes', 'assessment');
      CREATE POLICY told_to_applicants ON offered_schemes FOR SELECT TO liangxing_migrator USING (true);
      CREATE POLICY told_to_applicants ON organization_schemes FOR SELECT TO liangxing_migrator
        USING (EXISTS (SELECT FROM offered_schemes o WHERE o.organization_id = organization_schemes.organization_id
          AND o.scheme_id = organization_schemes.id AND o.version = organization_schemes.version));

      /* Of bodies that are open; the document only of the one that is asked for. */
      CREATE FUNCTION app.offered_schemes(wanted_body uuid, wanted_scheme text)
        RETURNS TABLE (body_id uuid, body_name text, scheme_id text, version text, title jsonb, offered_at timestamptz,
          document jsonb)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT b.id, b.name, s.id, s.version, s.document -> 'title', o.offered_at,
          CASE WHEN wanted_body IS NOT NULL THEN s.document END
        FROM public.offered_schemes o
          JOIN public.organizations b ON b.id = o.organization_id
          JOIN public.organization_schemes s ON s.organization_id = o.organization_id AND s.id = o.scheme_id
            AND s.version = o.version
        WHERE b.kind = 'assessment_body' AND b.state = 'open'
          AND (wanted_body IS NULL OR (o.organization_id = wanted_body AND o.scheme_id = wanted_scheme))
        ORDER BY b.name, b.id, s.id $$;
      REVOKE ALL ON FUNCTION app.offered_schemes(uuid, text) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.offered_schemes(uuid, text) TO liangxing_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION app.offered_schemes(uuid, text);
      DROP POLICY told_to_applicants ON organization_schemes;
      DROP TABLE offered_schemes;
    `);
  }
}
