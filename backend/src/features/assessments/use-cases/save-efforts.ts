import { Injectable } from '@nestjs/common';
import {
  notFound,
  RequestContext,
  TenantDatabase,
  validationFailed,
  versionConflict,
} from '../../../kernel';
import type { Efforts } from '../assessment';
import { AssessmentsRepository } from '../assessments.repository';
import { EffortsDto } from '../dto/assessment.dto';
import { refuseArchived } from './move-assessment';

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
    const wrong = Object.entries(command.efforts).find(
      ([, effort]) => typeof effort !== 'number' || !Number.isFinite(effort) || effort < 0,
    );
    if (wrong !== undefined)
      throw validationFailed({
        path: `efforts.${wrong[0]}`,
        code: 'too_small',
        parameters: { n: 0 },
      });
    const { assessmentId } = command;
    return this.database.transaction(context, async (manager) => {
      const assessment = await this.assessments.find(manager, context, assessmentId);
      if (assessment === null) throw notFound();
      refuseArchived(assessment);
      const saved = await this.assessments.saveEfforts(manager, context, assessmentId, command);
      if (saved !== null) return saved;
      const stored = await this.assessments.efforts(manager, context, assessmentId);
      throw versionConflict(EffortsDto.of(stored));
    });
  }
}
