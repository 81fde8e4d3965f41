import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { writeVersion, type RequestContext } from '../../../kernel';
import { DutyCorrectionEntity } from '../entities/duty-correction.entity';
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
    const found = await manager.findOneBy(DutyCorrectionEntity, { organizationId });
    return found === null
      ? { version: 0, cells: [] }
      : { version: found.version, cells: found.cells };
  }

  /** Writes over the expected version (0: none yet); null where another one is stored. */
  async write(
    manager: EntityManager,
    { organizationId, userId, userName }: Author,
    expectedVersion: number,
    cells: readonly CorrectedCell[],
  ): Promise<DutyCorrections | null> {
    const isWritten = await writeVersion(
      manager,
      DutyCorrectionEntity,
      { organizationId, version: expectedVersion },
      { cells, updatedAt: () => 'now()', updatedBy: userId, updatedByName: userName },
    );
    return isWritten ? { version: expectedVersion + 1, cells } : null;
  }
}

/** What was corrected, for the material of a dossier. */
export async function correctedCells(
  manager: EntityManager,
  tenant: Tenant,
): Promise<readonly CorrectedCell[]> {
  return (await new DutyCorrectionsRepository().find(manager, tenant)).cells;
}
