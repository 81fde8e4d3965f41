import type { MigrationInterface, QueryRunner } from 'typeorm';

const issuing = (onConflict: string): string => `
  CREATE OR REPLACE FUNCTION app.issue_dossier(
    code text, sha256 text, enterprise_name text, grade text, total integer,
    is_provisional boolean, issued_at timestamptz
  ) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    INSERT INTO public.issued_dossiers VALUES ($1, $2, $3, $4, $5, $6, $7) ${onConflict};
  $$;`;

/**
 * Whoever verifies a code looks among what was issued, which belongs to no tenant and has its key there; among the
 * dossiers of a tenant the code is one of that tenant's. Two tenants that drew the same 80 random bits would meet where
 * the second one is issued: its build fails, and nobody is told of another one's dossier.
 */
export class KnowCodesByTheirOrganization1764000839000 implements MigrationInterface {
  name = 'KnowCodesByTheirOrganization1764000839000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE dossiers DROP CONSTRAINT dossiers_code_key, ADD UNIQUE (organization_id, code);
      ${issuing('')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE dossiers DROP CONSTRAINT dossiers_organization_id_code_key, ADD UNIQUE (code);
      ${issuing('ON CONFLICT DO NOTHING')}
    `);
  }
}
