import { Injectable } from '@nestjs/common';
import { canonicalJson, isWritten } from '@liangxing/contracts';
import { findItem, type Scheme } from '@liangxing/scheme';
import { checkAnswerOf, checkMeasured, type AnswerProblem } from '@liangxing/scoring';
import type { EntityManager } from 'typeorm';
import { sha256Of } from '../../../kernel/pure';
import {
  Audit,
  notFound,
  ProblemError,
  RequestContext,
  TenantDatabase,
  validationFailed,
  versionConflict,
  type FieldProblem,
} from '../../../kernel';
import { requireMembers } from '../../organizations';
import { SchemeCatalogue } from '../../schemes';
import { AnswersRepository, type Idempotency } from '../answers.repository';
import type { Answer, AnswerContent } from '../assessment';
import { AssessmentsRepository } from '../assessments.repository';
import { AnswerDto } from '../dto/answer.dto';
import { refuseUnlessOpen } from '../refuse-unless-open';

interface RecordAnswerCommand {
  readonly assessmentId: string;
  readonly itemId: string;
  /** Version that the person saw; 0 for a first answer. */
  readonly expectedVersion: number;
  /** Repeating a request with its key changes nothing and answers the same. */
  readonly idempotencyKey: string | null;
  readonly content: AnswerContent;
}

/** Saves the answer of one item with its line of history, once per idempotency key. */
@Injectable()
export class RecordAnswer {
  constructor(
    private readonly database: TenantDatabase,
    private readonly assessments: AssessmentsRepository,
    private readonly answers: AnswersRepository,
    private readonly schemes: SchemeCatalogue,
    private readonly audit: Audit,
  ) {}

  async execute(context: RequestContext, command: RecordAnswerCommand): Promise<Answer> {
    return this.database.transaction(context, async (manager) => {
      const assessment = await this.assessments.findKept(manager, context, command.assessmentId);
      if (assessment === null) throw notFound();
      const idempotency = idempotencyOf(command);
      const repeated = await this.repeated(manager, context, command, idempotency);
      if (repeated !== null) return repeated;
      refuseUnlessOpen(assessment);
      const { schemeId, schemeVersion } = assessment;
      const { scheme } = await this.schemes.pinned(context, schemeId, schemeVersion, manager);
      const before = await this.answers.find(
        manager,
        context,
        command.assessmentId,
        command.itemId,
      );
      const content = checkedContent(scheme, command.itemId, command.content, before);
      await requireMembers(manager, context, [
        {
          paths: { name: 'responsible', userId: 'responsibleUserId' },
          name: content.responsible,
          userId: content.responsibleUserId,
          before: before?.responsibleUserId ?? null,
        },
      ]);
      const version = await this.answers.record(
        manager,
        context,
        command,
        command.expectedVersion,
        content,
        idempotency,
      );
      if (version === null) return this.refused(manager, context, command, idempotency);
      await this.audit.record(manager, context, 'answer.recorded', subjectOf(command), {
        itemId: command.itemId,
        version,
        state: content.state,
      });
      return this.stored(manager, context, command);
    });
  }

  /** The write met another version or a used key: a repetition that overtook its first answer, or someone else's change. */
  private async refused(
    manager: EntityManager,
    context: RequestContext,
    command: RecordAnswerCommand,
    idempotency: Idempotency | null,
  ): Promise<Answer> {
    const repeated = await this.repeated(manager, context, command, idempotency);
    if (repeated !== null) return repeated;
    const { assessmentId, itemId } = command;
    const current = await this.answers.find(manager, context, assessmentId, itemId);
    throw versionConflict(current === null ? null : AnswerDto.of(current));
  }

  private async repeated(
    manager: EntityManager,
    context: RequestContext,
    command: RecordAnswerCommand,
    idempotency: Idempotency | null,
  ): Promise<Answer | null> {
    if (idempotency === null) return null;
    const { assessmentId, itemId } = command;
    const change = await this.answers.changeOf(manager, context, assessmentId, idempotency.key);
    if (change === null) return null;
    if (change.itemId !== itemId || change.requestSha256 !== idempotency.requestSha256)
      throw new ProblemError('idempotency_key_reused');
    const stored = await this.stored(manager, context, command);
    const { version, answer, by, at } = change;
    return { ...stored, ...answer, version, updatedAt: at, updatedBy: by };
  }

  private async stored(
    manager: EntityManager,
    context: RequestContext,
    { assessmentId, itemId }: RecordAnswerCommand,
  ): Promise<Answer> {
    const stored = await this.answers.find(manager, context, assessmentId, itemId);
    if (stored === null) throw new Error('the answer just written is not there');
    return stored;
  }
}

function subjectOf({ assessmentId }: RecordAnswerCommand): { type: string; id: string } {
  return { type: 'assessment', id: assessmentId };
}

function idempotencyOf(command: RecordAnswerCommand): Idempotency | null {
  if (command.idempotencyKey === null) return null;
  const { itemId, expectedVersion } = command;
  const { measured, responsibleUserId, ...rest } = command.content;
  // As it was hashed before there was anything to measure, or an account: a repetition may come from then.
  const content = {
    ...rest,
    ...(measured === null ? {} : { measured }),
    ...(responsibleUserId === null ? {} : { responsibleUserId }),
  };
  const request = canonicalJson({ itemId, expectedVersion, content });
  return {
    key: command.idempotencyKey,
    requestSha256: sha256Of(request),
  };
}

/**
 * The answer as it is stored: checked against its item, with the fields that its state has no use for emptied.
 * @param before what is stored: a judgement that was given before reasons were asked for may stay without one
 * @throws ProblemError item_outside_scheme, validation_failed
 */
export function checkedContent(
  scheme: Scheme,
  itemId: string,
  content: AnswerContent,
  before: Pick<AnswerContent, 'state' | 'reason'> | null = null,
): AnswerContent {
  const item = findItem(scheme, itemId);
  if (item === undefined) throw new ProblemError('item_outside_scheme', { item: itemId });
  const { state, rules, finding, responsible, responsibleUserId, measured } = content;
  const told = { finding, responsible, responsibleUserId, measured };
  const problems = measured === null ? [] : checkMeasured(item, measured).map(answerFieldProblem);
  if (state === 'unanswered') {
    if (problems.length > 0) throw validationFailed(...problems);
    return { ...told, state, rules: {}, reason: '', approval: null };
  }
  const isNotApplicable = state === 'not_applicable';
  const isJudged = item.mode === 'readiness' && !isNotApplicable;
  const approval = content.approval;
  problems.push(
    ...checkAnswerOf(scheme, itemId, {
      state,
      rules,
      ...(approval === null ? {} : { approval }),
    }).map(answerFieldProblem),
  );
  if (!isWritten(content.reason)) {
    const wasSo = before?.state === state && !isWritten(before.reason);
    if (isNotApplicable) problems.push({ path: 'reason', code: 'reason_required' });
    if (isJudged && !wasSo) problems.push({ path: 'reason', code: 'override_reason_required' });
  }
  if (problems.length > 0) throw validationFailed(...problems);
  return {
    ...told,
    state,
    rules: state === 'assessed' ? rules : {},
    reason: isNotApplicable || isJudged ? content.reason : '',
    approval: isNotApplicable ? approval : null,
  };
}

/** What is wrong with an answer, at the field of its request. */
export function answerFieldProblem({ code, ruleId, detail }: AnswerProblem): FieldProblem {
  const path = pathOf(code, ruleId);
  return detail === undefined ? { path, code } : { path, code, parameters: { detail } };
}

function pathOf(code: string, ruleId: string | undefined): string {
  if (ruleId !== undefined) return `rules.${ruleId}`;
  if (code.startsWith('approval')) return 'approval';
  if (code.startsWith('sample')) return 'measured.sample';
  if (code === 'measured_not_asked') return 'measured';
  return code === 'answer_malformed' ? 'rules' : 'state';
}
