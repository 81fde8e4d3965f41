import { Injectable } from '@nestjs/common';
import { ASSESSMENT_MOVES, type AssessmentMove } from '@liangxing/contracts';
import {
  Audit,
  notFound,
  ProblemError,
  RequestContext,
  TenantDatabase,
  versionConflict,
} from '../../../kernel';
import type { Assessment } from '../assessment';
import { AssessmentsRepository, type VersionedAssessment } from '../assessments.repository';
import { AssessmentDto } from '../dto/assessment.dto';

/** Takes a self-evaluation along one move of the table in `contracts`. */
@Injectable()
export class MoveAssessment {
  constructor(
    private readonly database: TenantDatabase,
    private readonly assessments: AssessmentsRepository,
    private readonly audit: Audit,
  ) {}

  async execute(
    context: RequestContext,
    seen: VersionedAssessment,
    move: AssessmentMove,
  ): Promise<Assessment> {
    return this.database.transaction(context, async (manager) => {
      const moved = await this.assessments.move(manager, context, seen, ASSESSMENT_MOVES[move]);
      if (moved === null) {
        const stored = await this.assessments.find(manager, context, seen.id);
        if (stored === null) throw notFound();
        const current = AssessmentDto.of(stored);
        if (stored.version !== seen.version) throw versionConflict(current);
        throw new ProblemError('assessment_move_not_allowed', {}, { current });
      }
      const subject = { type: 'assessment', id: seen.id };
      await this.audit.record(manager, context, 'assessment.moved', subject, { move });
      return moved;
    });
  }
}
