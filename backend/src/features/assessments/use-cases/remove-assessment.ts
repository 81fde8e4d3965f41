import { Injectable } from '@nestjs/common';
import {
  Audit,
  notFound,
  ProblemError,
  RequestContext,
  TenantDatabase,
  versionConflict,
} from '../../../kernel';
import { AssessmentsRepository, type VersionedAssessment } from '../assessments.repository';
import { AssessmentDto } from '../dto/assessment.dto';

/** Deletes a self-evaluation of which no dossier was issued; what was issued can be verified, so its basis stays. */
@Injectable()
export class RemoveAssessment {
  constructor(
    private readonly database: TenantDatabase,
    private readonly assessments: AssessmentsRepository,
    private readonly audit: Audit,
  ) {}

  async execute(context: RequestContext, seen: VersionedAssessment): Promise<void> {
    await this.database.transaction(context, async (manager) => {
      const isIssued = await this.assessments.hasIssuedDossier(manager, context, seen.id);
      const stored = await this.assessments.find(manager, context, seen.id);
      if (stored === null) throw notFound();
      if (isIssued) throw new ProblemError('assessment_has_dossiers');
      if (!(await this.assessments.remove(manager, context, seen)))
        throw versionConflict(AssessmentDto.of(stored));
      const { title, schemeId } = stored;
      const subject = { type: 'assessment', id: seen.id };
      await this.audit.record(manager, context, 'assessment.deleted', subject, { title, schemeId });
    });
  }
}
