import { Injectable } from '@nestjs/common';
import { Audit, TenantDatabase, versionConflict, type RequestContext } from '../../../kernel';
import type { CorrectedCell } from '../duty-allocation/corrected-allocation';
import { DutyCorrectionsDto } from '../duty-allocation/duty-allocation.dto';
import {
  DutyCorrectionsRepository,
  type DutyCorrections,
} from '../duty-allocation/duty-corrections.repository';

/** Keeps what a person set in the allocation of duties; an empty list goes back to what the register tells. */
@Injectable()
export class CorrectDutyAllocation {
  constructor(
    private readonly database: TenantDatabase,
    private readonly corrections: DutyCorrectionsRepository,
    private readonly audit: Audit,
  ) {}

  /** The same request again changes nothing and answers the same. @throws ProblemError version_conflict */
  async execute(
    context: RequestContext,
    expectedVersion: number,
    cells: readonly CorrectedCell[],
  ): Promise<DutyCorrections> {
    return this.database.transaction(context, async (manager) => {
      const isSentAgain = (stored: DutyCorrections): boolean =>
        isSame(stored.cells, cells) && [0, 1].includes(stored.version - expectedVersion);
      const current = await this.corrections.find(manager, context);
      if (isSentAgain(current)) return current;
      const written = await this.corrections.write(manager, context, expectedVersion, cells);
      if (written === null) {
        const stored = await this.corrections.find(manager, context);
        // The same request, sent twice at once: the other one was first.
        if (isSentAgain(stored)) return stored;
        throw versionConflict(DutyCorrectionsDto.of(stored));
      }
      const subject = { type: 'organization', id: context.organizationId };
      const { version } = written;
      await this.audit.record(manager, context, 'duties.corrected', subject, {
        version,
        cells: cells.length,
      });
      return written;
    });
  }
}

function isSame(one: readonly CorrectedCell[], other: readonly CorrectedCell[]): boolean {
  const facts = (cells: readonly CorrectedCell[]): string =>
    JSON.stringify(cells.map(({ code, department, mark }) => [code, department, mark]));
  return facts(one) === facts(other);
}
