import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A dossier keeps what it was made of: facts enough to score and to print again. Those of before keep the snapshot
 * that they are printed from, and nothing else.
 */
export class FreezeTheMaterialOfDossiers1764000831000 implements MigrationInterface {
  name = 'FreezeTheMaterialOfDossiers1764000831000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE dossiers
        ADD COLUMN material text,
        ADD COLUMN material_sha256 text CHECK (material_sha256 ~ '^[0-9a-f]{64}$'),
        ADD CONSTRAINT dossiers_material_with_hash CHECK ((material IS NULL) = (material_sha256 IS NULL));
      CREATE OR REPLACE FUNCTION app.keep_frozen_dossier() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.snapshot IS NOT NULL
            AND (NEW.snapshot, NEW.snapshot_sha256, NEW.material, NEW.material_sha256)
              IS DISTINCT FROM (OLD.snapshot, OLD.snapshot_sha256, OLD.material, OLD.material_sha256)
          OR OLD.state = 'ready' AND NEW IS DISTINCT FROM OLD THEN
          RAISE EXCEPTION 'a frozen dossier does not change' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION app.keep_frozen_dossier() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.snapshot IS NOT NULL AND NEW.snapshot IS DISTINCT FROM OLD.snapshot
          OR OLD.state = 'ready' AND NEW IS DISTINCT FROM OLD THEN
          RAISE EXCEPTION 'a frozen dossier does not change' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$;
      ALTER TABLE dossiers DROP COLUMN material, DROP COLUMN material_sha256;
    `);
  }
}
