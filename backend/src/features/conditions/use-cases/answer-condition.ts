import { Injectable } from '@nestjs/common';
import { conditionsOf } from '@liangxing/scheme';
import type { EntityManager } from 'typeorm';
import {
  Audit,
  changedFields,
  notFound,
  organizationDay,
  type RequestContext,
  TenantDatabase,
  validationFailed,
  versionConflict,
} from '../../../kernel';
import { AssessmentsReader, refuseUnlessOpen } from '../../assessments';
import {
  unansweredCondition,
  type ConditionFields,
  type ConditionOfAssessment,
  type StoredCondition,
} from '../condition';
import { ConditionsRepository } from '../conditions.repository';
import { ConditionDto } from '../dto/condition.dto';
import { ShowConditions } from './show-conditions';

interface AnswerConditionCommand {
  readonly assessmentId: string;
  readonly conditionId: string;
  /** Version that the person saw; 0 where nobody had said anything. */
  readonly expectedVersion: number;
  readonly fields: ConditionFields;
}

/** Keeps what a person says of one condition. The same request again changes nothing and answers the same. */
@Injectable()
export class AnswerCondition {
  constructor(
    private readonly database: TenantDatabase,
    private readonly assessments: AssessmentsReader,
    private readonly conditions: ConditionsRepository,
    private readonly shown: ShowConditions,
    private readonly audit: Audit,
  ) {}

  /** @throws ProblemError not_found, assessment_closed, assessment_archived, validation_failed, version_conflict */
  async execute(
    context: RequestContext,
    command: AnswerConditionCommand,
  ): Promise<ConditionOfAssessment> {
    const { assessmentId, conditionId, expectedVersion, fields } = command;
    return this.database.transaction(context, async (manager) => {
      const assessment = await this.assessments.findKept(manager, context, assessmentId);
      if (assessment === null) throw notFound();
      const scheme = await this.assessments.schemeOf(manager, context, assessmentId);
      if (scheme === null || !conditionsOf(scheme).some(({ id }) => id === conditionId))
        throw notFound();
      const show = async (stored: StoredCondition): Promise<ConditionOfAssessment> => {
        const [one] = await this.shown.of(manager, context, assessmentId, scheme, [stored]);
        if (one === undefined) throw notFound();
        return one;
      };
      const current = await this.stored(manager, context, command);
      if (isSame(current, fields) && [0, 1].includes(current.version - expectedVersion))
        return show(current);
      refuseUnlessOpen(assessment);
      if (fields.checkedOn !== null && fields.checkedOn > organizationDay(new Date()))
        throw validationFailed({ path: 'checkedOn', code: 'in_future' });
      const place = { assessmentId, conditionId };
      const written = await this.conditions.write(manager, context, place, expectedVersion, fields);
      if (written === null) {
        const stored = await this.stored(manager, context, command);
        // The same request, sent twice at once: the other one was first.
        if (isSame(stored, fields) && stored.version === expectedVersion + 1) return show(stored);
        throw versionConflict(ConditionDto.of(await show(stored)));
      }
      const subject = { type: 'assessment', id: assessmentId };
      await this.audit.record(manager, context, 'condition.answered', subject, {
        conditionId,
        version: written.version,
        answer: fields.answer,
        fields: changedFields(current, fields),
      });
      return show(written);
    });
  }

  private async stored(
    manager: EntityManager,
    context: RequestContext,
    { assessmentId, conditionId }: AnswerConditionCommand,
  ): Promise<StoredCondition> {
    const answers = await this.conditions.list(manager, context, assessmentId);
    return (
      answers.find((answer) => answer.conditionId === conditionId) ??
      unansweredCondition(conditionId)
    );
  }
}

function isSame(one: ConditionFields, other: ConditionFields): boolean {
  return (
    one.answer === other.answer && one.proof === other.proof && one.checkedOn === other.checkedOn
  );
}
