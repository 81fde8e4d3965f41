import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Assessments are archived, and deleted with what belongs to them alone. An issued dossier holds its assessment. The
 * history of an answer stays append-only: it goes only with its whole assessment, never for a single answer.
 */
export class GiveAssessmentsAnEnd1764000721000 implements MigrationInterface {
  name = 'GiveAssessmentsAnEnd1764000721000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE assessments
        DROP CONSTRAINT assessments_state_check,
        ADD CONSTRAINT assessments_state_check CHECK (state IN ('open', 'closed', 'archived'));

      CREATE FUNCTION app.keep_answer_history() RETURNS trigger LANGUAGE plpgsql
      SET search_path = pg_catalog, public, pg_temp AS $$
      BEGIN
        IF TG_OP = 'DELETE' AND NOT EXISTS (
          SELECT 1 FROM assessments
          WHERE organization_id = OLD.organization_id AND id = OLD.assessment_id
        ) THEN
          RETURN OLD;
        END IF;
        RAISE EXCEPTION 'answer_history is append-only' USING ERRCODE = 'restrict_violation';
      END $$;
      DROP TRIGGER answer_history_is_append_only ON answer_history;
      CREATE TRIGGER answer_history_is_append_only
        BEFORE UPDATE OR DELETE ON answer_history
        FOR EACH ROW EXECUTE FUNCTION app.keep_answer_history();
    `);
    for (const [table, columns, parent] of owned)
      await runner.query(foreignKey(table, columns, parent, 'ON DELETE CASCADE'));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, columns, parent] of owned)
      await runner.query(foreignKey(table, columns, parent, ''));
    await runner.query(`
      DROP TRIGGER answer_history_is_append_only ON answer_history;
      CREATE TRIGGER answer_history_is_append_only
        BEFORE UPDATE OR DELETE ON answer_history
        FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
      DROP FUNCTION app.keep_answer_history();

      ALTER TABLE assessments NO FORCE ROW LEVEL SECURITY;
      UPDATE assessments SET state = 'closed' WHERE state = 'archived';
      ALTER TABLE assessments FORCE ROW LEVEL SECURITY;
      ALTER TABLE assessments
        DROP CONSTRAINT assessments_state_check,
        ADD CONSTRAINT assessments_state_check CHECK (state IN ('open', 'closed'));
    `);
  }
}

/** Tables whose rows belong to one assessment, with the key that leads to it. */
const owned: readonly (readonly [table: string, columns: string, parent: string])[] = [
  ['answers', 'assessment_id', 'assessments (organization_id, id)'],
  ['assessment_efforts', 'assessment_id', 'assessments (organization_id, id)'],
  ['evidence_item_links', 'assessment_id', 'assessments (organization_id, id)'],
  ['corrective_actions', 'assessment_id', 'assessments (organization_id, id)'],
  ['answer_history', 'assessment_id, item_id', 'answers (organization_id, assessment_id, item_id)'],
];

function foreignKey(table: string, columns: string, parent: string, onDelete: string): string {
  const name = `${table}_organization_id_${columns.replaceAll(', ', '_')}_fkey`;
  return `ALTER TABLE ${table} DROP CONSTRAINT ${name},
    ADD CONSTRAINT ${name} FOREIGN KEY (organization_id, ${columns}) REFERENCES ${parent} ${onDelete}`;
}
