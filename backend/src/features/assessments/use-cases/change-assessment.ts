import { Injectable } from '@nestjs/common';
import {
  Audit,
  changedFields,
  notFound,
  RequestContext,
  TenantDatabase,
  versionConflict,
} from '../../../kernel';
import { peopleInList, requireMembers } from '../../organizations';
import { SchemeCatalogue } from '../../schemes';
import type { Assessment, AssessmentFields, AssessmentPlan } from '../assessment';
import { AssessmentsRepository } from '../assessments.repository';
import { AssessmentDto } from '../dto/assessment.dto';
import { refuseUnlessOpen } from '../refuse-unless-open';
import { checkLevel, checkTarget } from './start-assessment';

interface ChangeAssessmentCommand {
  readonly id: string;
  readonly expectedVersion: number;
  readonly changes: {
    readonly [Field in keyof AssessmentFields]?: AssessmentFields[Field] | undefined;
  };
}

/** Changes title, target, plan or conclusion; what is not named stays. */
@Injectable()
export class ChangeAssessment {
  constructor(
    private readonly database: TenantDatabase,
    private readonly assessments: AssessmentsRepository,
    private readonly schemes: SchemeCatalogue,
    private readonly audit: Audit,
  ) {}

  async execute(context: RequestContext, command: ChangeAssessmentCommand): Promise<Assessment> {
    const { id, expectedVersion, changes } = command;
    return this.database.transaction(context, async (manager) => {
      const current = await this.assessments.find(manager, context, id);
      if (current === null) throw notFound();
      // Whoever closes it meanwhile raises the version, and this is refused by that.
      refuseUnlessOpen(current);
      const { targetGrade, targetLevel } = changes;
      if (targetGrade !== undefined || targetLevel !== undefined) {
        const { schemeId, schemeVersion } = current;
        const scheme = await this.schemes.pinned(context, schemeId, schemeVersion, manager);
        checkTarget(scheme, targetGrade ?? '');
        checkLevel(scheme, targetLevel ?? null);
      }
      const fields: AssessmentFields = {
        title: changes.title ?? current.title,
        targetGrade: changes.targetGrade ?? current.targetGrade,
        targetLevel: changes.targetLevel === undefined ? current.targetLevel : changes.targetLevel,
        plan: withAccounts(changes.plan ?? current.plan),
        conclusion: changes.conclusion ?? current.conclusion,
      };
      const team = peopleInList('plan.team', fields.plan.team, current.plan.team);
      await requireMembers(manager, context, team);
      const differing = changedFields(current, fields);
      if (differing.length === 0 && current.version === expectedVersion) return current;
      const changed = await this.assessments.update(manager, context, id, expectedVersion, fields);
      if (changed === null) {
        const stored = await this.assessments.find(manager, context, id);
        throw versionConflict(AssessmentDto.of(stored ?? current));
      }
      await this.audit.record(
        manager,
        context,
        'assessment.changed',
        { type: 'assessment', id },
        { fields: differing },
      );
      return changed;
    });
  }
}

/** Everyone of the team, with or without an account, so that equal plans are equal. */
function withAccounts(plan: AssessmentPlan): AssessmentPlan {
  return { ...plan, team: plan.team.map((each) => ({ ...each, userId: each.userId ?? null })) };
}
