import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a person set in the allocation of duties (职能分配表) otherwise than the register tells it: a mark by sub-system
 * and department. What is not named here follows the register.
 */
export class AllocateDutiesByHand1764000809100 implements MigrationInterface {
  name = 'AllocateDutiesByHand1764000809100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE duty_corrections (
        organization_id uuid NOT NULL PRIMARY KEY REFERENCES organizations (id) ON DELETE CASCADE,
        version integer NOT NULL DEFAULT 1,
        cells jsonb NOT NULL,
        updated_at timestamptz NOT NULL DEFAULT now(),
        updated_by uuid NOT NULL,
        updated_by_name text NOT NULL
      );
      SELECT app.tenant_table('duty_corrections');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE duty_corrections;`);
  }
}
