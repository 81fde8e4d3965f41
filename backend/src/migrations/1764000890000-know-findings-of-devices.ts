import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Findings are written where there is no network: known is from which device each came, and it is stored once. */
export class KnowFindingsOfDevices1764000890000 implements MigrationInterface {
  name = 'KnowFindingsOfDevices1764000890000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE case_findings
        ADD COLUMN device_id uuid,
        /* Made by the device: what comes twice is stored once. */
        ADD COLUMN device_finding_id uuid,
        ADD CHECK ((device_id IS NULL) = (device_finding_id IS NULL)),
        ADD FOREIGN KEY (organization_id, case_id, device_id)
          REFERENCES case_devices (organization_id, case_id, device_id),
        ADD UNIQUE (organization_id, case_id, device_id, device_finding_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE case_findings DROP COLUMN device_finding_id, DROP COLUMN device_id',
    );
  }
}
