import { targetGradesOf } from '@liangxing/scheme';
import { Injectable } from '@nestjs/common';
import {
  Audit,
  ProblemError,
  shareTurn,
  TenantDatabase,
  versionConflict,
  type RequestContext,
} from '../../../kernel';
import { turnOfCase } from '../../cases';
import { requireScorer } from '../../plans';
import { CaseReader } from '../case-reader';
import { ConclusionsRepository } from '../conclusions.repository';
import { ConclusionDto } from '../dto/conclusion.dto';
import type { Conclusion, ConclusionFields } from '../sheet';

/** The team writes its conclusion, as far as it is. */
@Injectable()
export class SaveConclusion {
  constructor(
    private readonly database: TenantDatabase,
    private readonly reader: CaseReader,
    private readonly conclusions: ConclusionsRepository,
    private readonly audit: Audit,
  ) {}

  /** @throws ProblemError not_found, not_in_team, case_moved, grade_outside_scheme, version_conflict */
  execute(
    context: RequestContext,
    seen: { readonly caseId: string; readonly version: number },
    fields: ConclusionFields,
  ): Promise<Conclusion> {
    const { caseId } = seen;
    return this.database.transaction(context, async (manager) => {
      await shareTurn(manager, turnOfCase(caseId));
      const one = await this.reader.find(manager, context, caseId);
      const { found } = one;
      requireScorer(one, context.userId);
      if (!['evaluating', 'rectifying'].includes(found.state)) throw new ProblemError('case_moved');
      const { grade } = fields;
      const { scheme } = await this.reader.material(manager, context, found);
      if (grade !== '' && !targetGradesOf(scheme.document).includes(grade))
        throw new ProblemError('grade_outside_scheme', { grade });
      if (!(await this.conclusions.write(manager, context, seen, fields)))
        throw versionConflict(
          ConclusionDto.of(await this.conclusions.find(manager, context, caseId)),
        );
      const subject = { type: 'case', id: caseId };
      const facts = { number: found.number };
      await this.audit.record(manager, context, 'case.conclusion_changed', subject, facts);
      return this.conclusions.find(manager, context, caseId);
    });
  }
}
