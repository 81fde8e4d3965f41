import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { queryRows, type RequestContext } from '../../../kernel';
import type { CorrectedCell } from './corrected-allocation';

type Tenant = Pick<RequestContext, 'organizationId'>;
type Author = Pick<RequestContext, 'organizationId' | 'userId' | 'userName'>;

export interface DutyCorrections {
  /** 0: nobody has corrected anything yet. */
  readonly version: number;
  readonly cells: readonly CorrectedCell[];
}

/** Every query on what was corrected in the allocation of duties. */
@Injectable()
export class DutyCorrectionsRepository {
  async find(manager: EntityManager, { organizationId }: Tenant): Promise<DutyCorrections> {
    const [row] = await queryRows<DutyCorrections>(
      manager,
      'SELECT version, cells FROM duty_corrections WHERE organization_id = $1',
      [organizationId],
    );
    return row ?? { version: 0, cells: [] };
  }

  /** Writes over the expected version (0: none yet); null where another one is stored. */
  async write(
    manager: EntityManager,
    { organizationId, userId, userName }: Author,
    expectedVersion: number,
    cells: readonly CorrectedCell[],
  ): Promise<DutyCorrections | null> {
    const values = [organizationId, userId, userName, JSON.stringify(cells)];
    const [row] = await queryRows<DutyCorrections>(
      manager,
      expectedVersion === 0
        ? `INSERT INTO duty_corrections (organization_id, updated_by, updated_by_name, cells)
           VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING RETURNING version, cells`
        : `UPDATE duty_corrections SET version = version + 1, updated_at = now(), updated_by = $2,
             updated_by_name = $3, cells = $4
           WHERE organization_id = $1 AND version = $5 RETURNING version, cells`,
      expectedVersion === 0 ? values : [...values, expectedVersion],
    );
    return row ?? null;
  }
}

/** What was corrected, for the material of a dossier. */
export async function correctedCells(
  manager: EntityManager,
  tenant: Tenant,
): Promise<readonly CorrectedCell[]> {
  return (await new DutyCorrectionsRepository().find(manager, tenant)).cells;
}
