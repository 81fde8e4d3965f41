import { canonicalJson } from '@liangxing/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  Audit,
  ProblemError,
  sha256Of,
  shareTurn,
  TenantDatabase,
  versionConflict,
  type RequestContext,
} from '../../../kernel';
import { turnOfCase } from '../../cases';
import { requireScorer } from '../../plans';
import { CaseReader } from '../case-reader';
import { checkedAnswer } from '../checked-answer';
import { ScoredAnswerDto } from '../dto/sheet.dto';
import { selfAnswers, type SelfAnswer } from '../self-answers';
import type { ScoredAnswer, ScoredContent } from '../sheet';
import { SheetsRepository, type Idempotency } from '../sheets.repository';

interface RecordScoreCommand {
  readonly caseId: string;
  readonly itemId: string;
  /** That the assessor saw; 0: a first answer. */
  readonly expectedVersion: number;
  /** Repeating a request with its key changes nothing and answers the same. */
  readonly idempotencyKey: string | null;
  readonly content: ScoredContent;
}

/** An answer as it is stored, and that of the enterprise beside it; null: as long as the own one is not given. */
export interface RecordedScore {
  readonly answer: ScoredAnswer;
  readonly self: SelfAnswer | null;
}

/** Saves how an assessor judges an item on the own sheet, once per idempotency key. */
@Injectable()
export class RecordScore {
  constructor(
    private readonly database: TenantDatabase,
    private readonly reader: CaseReader,
    private readonly sheets: SheetsRepository,
    private readonly audit: Audit,
  ) {}

  /**
   * @throws ProblemError not_found, not_in_team, case_moved, sheet_handed_in, item_outside_scheme, validation_failed,
   *   version_conflict, idempotency_key_reused
   */
  execute(context: RequestContext, command: RecordScoreCommand): Promise<RecordedScore> {
    const { caseId, itemId, expectedVersion: version } = command;
    return this.database.transaction(context, async (manager) => {
      await shareTurn(manager, turnOfCase(caseId));
      const one = await this.reader.find(manager, context, caseId);
      const { found } = one;
      requireScorer(one, context.userId);
      const sheet = await this.sheets.lockOwn(manager, context, caseId);
      const material = await this.reader.material(manager, context, found);
      const withSelf = (answer: ScoredAnswer): RecordedScore => ({
        answer,
        self:
          answer.state === 'unanswered'
            ? null
            : (selfAnswers(material).find((one) => one.itemId === itemId) ?? null),
      });
      const idempotency = idempotencyOf(command);
      const repeated = await this.repeated(manager, context, command, idempotency);
      if (repeated !== null) return withSelf(repeated);
      if (found.state !== 'evaluating') throw new ProblemError('case_moved');
      if (sheet.state === 'handed_in') throw new ProblemError('sheet_handed_in');
      const content = checkedAnswer(material.scheme.document, itemId, command.content);
      const place = { itemId, version };
      if (!(await this.sheets.record(manager, context, caseId, place, content, idempotency)))
        throw versionConflict(await this.current(manager, context, command));
      const subject = { type: 'case', id: caseId };
      const { state } = content;
      await this.audit.record(manager, context, 'case.scored', subject, {
        ...{ number: found.number, itemId, state, version: version + 1 },
      });
      return withSelf({ ...content, itemId, version: version + 1, updatedAt: new Date() });
    });
  }

  private async current(
    manager: EntityManager,
    context: RequestContext,
    { caseId, itemId }: RecordScoreCommand,
  ): Promise<ScoredAnswerDto | null> {
    const place = { caseId, userId: context.userId };
    const stored = await this.sheets.answer(manager, context, place, itemId);
    return stored && ScoredAnswerDto.of(stored);
  }

  private async repeated(
    manager: EntityManager,
    context: RequestContext,
    { caseId, itemId }: RecordScoreCommand,
    idempotency: Idempotency | null,
  ): Promise<ScoredAnswer | null> {
    if (idempotency === null) return null;
    const change = await this.sheets.changeOf(manager, context, caseId, idempotency.key);
    if (change === null) return null;
    const { requestSha256, ...answer } = change;
    if (answer.itemId !== itemId || requestSha256 !== idempotency.requestSha256)
      throw new ProblemError('idempotency_key_reused');
    return answer;
  }
}

function idempotencyOf({
  idempotencyKey: key,
  itemId,
  expectedVersion,
  content,
}: RecordScoreCommand): Idempotency | null {
  if (key === null) return null;
  return { key, requestSha256: sha256Of(canonicalJson({ itemId, expectedVersion, content })) };
}
