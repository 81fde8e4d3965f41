import { longestMonths } from '@liangxing/scoring';
import { Injectable } from '@nestjs/common';
import { RequestContext, TenantDatabase, validationFailed, versionConflict } from '../../../kernel';
import type { Efforts } from '../assessment';
import { AssessmentsRepository } from '../assessments.repository';
import { EffortsDto } from '../dto/assessment.dto';

/** Keeps what each correction would cost; the cheapest route is computed from it, never stored. */
@Injectable()
export class SaveEfforts {
  constructor(
    private readonly database: TenantDatabase,
    private readonly assessments: AssessmentsRepository,
  ) {}

  async execute(
    context: RequestContext,
    command: Efforts & { readonly assessmentId: string },
  ): Promise<Efforts> {
    refuseWrong(command);
    const { assessmentId } = command;
    return this.database.transaction(context, async (manager) => {
      await this.assessments.requireOpen(manager, context, assessmentId);
      const saved = await this.assessments.saveEfforts(manager, context, assessmentId, command);
      if (saved !== null) return saved;
      const stored = await this.assessments.efforts(manager, context, assessmentId);
      throw versionConflict(EffortsDto.of(stored));
    });
  }
}

/** Fields of free names are judged here: the validator of bodies does not look into them. */
function refuseWrong({ efforts, months }: Pick<Efforts, 'efforts' | 'months'>): void {
  for (const [id, effort] of Object.entries(efforts))
    if (typeof effort !== 'number' || !Number.isFinite(effort) || effort < 0)
      throw validationFailed({ path: `efforts.${id}`, code: 'too_small', parameters: { n: 0 } });
  for (const [id, each] of Object.entries(months)) {
    const path = `months.${id}`;
    if (!Number.isInteger(each)) throw validationFailed({ path, code: 'not_integer' });
    if (each < 0) throw validationFailed({ path, code: 'too_small', parameters: { n: 0 } });
    if (each > longestMonths)
      throw validationFailed({ path, code: 'too_large', parameters: { n: longestMonths } });
  }
}
