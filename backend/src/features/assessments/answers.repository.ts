import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { queryRows, type RequestContext } from '../../kernel';
import type { Answer, AnswerChange, AnswerContent } from './assessment';
import { AnswerHistoryEntity } from './entities/answer-history.entity';
import type { MovedAnswers } from './use-cases/move-answers';

type Tenant = Pick<RequestContext, 'organizationId'>;
type Author = Pick<RequestContext, 'organizationId' | 'userId' | 'userName'>;

/** The request that made a change, so that its repetition is recognised. */
export interface Idempotency {
  readonly key: string;
  readonly requestSha256: string;
}

interface AnswerRow extends AnswerContent {
  readonly itemId: string;
  readonly version: number;
  readonly updatedAt: Date;
  readonly userId: string;
  readonly userName: string;
  readonly evidenceCount: number;
}

const columns = `a.item_id AS "itemId", a.version, a.state, a.rules, a.finding, a.responsible,
  a.responsible_user_id AS "responsibleUserId", a.reason,
  a.approval, a.measured, a.updated_at AS "updatedAt", a.updated_by AS "userId", a.updated_by_name AS "userName",
  (SELECT count(*)::int FROM evidence_item_links l WHERE l.organization_id = a.organization_id
    AND l.assessment_id = a.assessment_id AND l.item_id = a.item_id) AS "evidenceCount"`;

function fromRow({ userId, userName, ...row }: AnswerRow): Answer {
  return { ...row, updatedBy: { id: userId, name: userName } };
}

/**
 * Every query on answers and their history. SQL counts the files of an answer in the table of their own room, which
 * stands on this one and cannot be asked; it writes an answer with its history in one statement, which is measured, and
 * copies all of them at once.
 */
@Injectable()
export class AnswersRepository {
  async list(
    manager: EntityManager,
    { organizationId }: Tenant,
    assessmentId: string,
  ): Promise<Answer[]> {
    const rows = await queryRows<AnswerRow>(
      manager,
      `SELECT ${columns} FROM answers a WHERE a.organization_id = $1 AND a.assessment_id = $2
       ORDER BY a.item_id`,
      [organizationId, assessmentId],
    );
    return rows.map(fromRow);
  }

  async find(
    manager: EntityManager,
    { organizationId }: Tenant,
    assessmentId: string,
    itemId: string,
  ): Promise<Answer | null> {
    const rows = await queryRows<AnswerRow>(
      manager,
      `SELECT ${columns} FROM answers a
       WHERE a.organization_id = $1 AND a.assessment_id = $2 AND a.item_id = $3`,
      [organizationId, assessmentId, itemId],
    );
    return rows[0] === undefined ? null : fromRow(rows[0]);
  }

  /**
   * Writes an answer over the expected version (0: none yet) together with its line of history.
   * @returns the new version, or null where another version is stored or the key was used: take the transaction back
   */
  async record(
    manager: EntityManager,
    author: Author,
    place: { readonly assessmentId: string; readonly itemId: string },
    expectedVersion: number,
    answer: AnswerContent,
    idempotency: Idempotency | null,
  ): Promise<number | null> {
    const rows = await queryRows<{ version: number }>(
      manager,
      `WITH written AS (
         ${expectedVersion === 0 ? insertAnswer : updateAnswer}
         RETURNING organization_id, assessment_id, item_id, version, updated_at
       )
       INSERT INTO answer_history (organization_id, assessment_id, item_id, version, answer,
         changed_at, changed_by, changed_by_name, idempotency_key, request_sha256)
       SELECT organization_id, assessment_id, item_id, version, $12::jsonb, updated_at,
         $4::uuid, $5, $13::text, $14::text
       FROM written
       ON CONFLICT (organization_id, assessment_id, idempotency_key) DO NOTHING RETURNING version`,
      [
        author.organizationId,
        place.assessmentId,
        place.itemId,
        author.userId,
        author.userName,
        answer.state,
        JSON.stringify(answer.rules),
        answer.finding,
        answer.responsible,
        answer.reason,
        answer.approval === null ? null : JSON.stringify(answer.approval),
        JSON.stringify(answer),
        idempotency?.key ?? null,
        idempotency?.requestSha256 ?? null,
        answer.measured === null ? null : JSON.stringify(answer.measured),
        answer.responsibleUserId,
        ...(expectedVersion === 0 ? [] : [expectedVersion]),
      ],
    );
    return rows[0]?.version ?? null;
  }

  /** The change that a request of this key made, if it was made. */
  async changeOf(
    manager: EntityManager,
    { organizationId }: Tenant,
    assessmentId: string,
    key: string,
  ): Promise<(AnswerChange & { itemId: string; requestSha256: string | null }) | null> {
    const found = await manager.findOneBy(AnswerHistoryEntity, {
      ...{ organizationId, assessmentId },
      idempotencyKey: key,
    });
    if (found === null) return null;
    const { itemId, requestSha256 } = found;
    return { ...changeOf(found), itemId, requestSha256 };
  }

  /** Every answer there was, newest first. */
  async history(
    manager: EntityManager,
    { organizationId }: Tenant,
    assessmentId: string,
    itemId: string,
  ): Promise<AnswerChange[]> {
    const found = await manager.find(AnswerHistoryEntity, {
      where: { organizationId, assessmentId, itemId },
      order: { version: 'DESC' },
    });
    return found.map(changeOf);
  }

  /**
   * Copies what was answered in another assessment: these items, those that changed as they are now. What was counted
   * and measured stays with its evaluation, like the evidence.
   */
  async copy(
    manager: EntityManager,
    author: Author,
    from: string,
    to: string,
    { itemIds, changed }: MovedAnswers,
  ): Promise<void> {
    await manager.query(
      `WITH copied AS (
         INSERT INTO answers (organization_id, assessment_id, item_id, state, rules, finding,
           responsible, responsible_user_id, reason, approval, updated_by, updated_by_name)
         SELECT organization_id, $3, item_id, COALESCE($7::jsonb -> item_id ->> 'state', state),
           COALESCE($7::jsonb -> item_id -> 'rules', rules),
           COALESCE($7::jsonb -> item_id ->> 'finding', finding), responsible, responsible_user_id,
           reason, approval, $4, $5
         FROM answers WHERE organization_id = $1 AND assessment_id = $2 AND state <> 'unanswered'
           AND item_id = ANY ($6)
         RETURNING *
       )
       INSERT INTO answer_history (organization_id, assessment_id, item_id, version, answer,
         changed_at, changed_by, changed_by_name)
       SELECT organization_id, assessment_id, item_id, version, jsonb_build_object('state', state,
         'rules', rules, 'finding', finding, 'responsible', responsible,
         'responsibleUserId', responsible_user_id, 'reason', reason,
         'approval', approval), updated_at, updated_by, updated_by_name
       FROM copied`,
      [
        author.organizationId,
        ...[from, to, author.userId, author.userName, itemIds],
        JSON.stringify(changed),
      ],
    );
  }
}

const insertAnswer = `
  INSERT INTO answers (organization_id, assessment_id, item_id, updated_by, updated_by_name, state,
    rules, finding, responsible, reason, approval, measured, responsible_user_id)
  VALUES ($1::uuid, $2::uuid, $3::text, $4::uuid, $5::text, $6, $7::jsonb, $8, $9, $10, $11::jsonb,
    $15::jsonb, $16::uuid)
  ON CONFLICT DO NOTHING`;

const updateAnswer = `
  UPDATE answers SET updated_by = $4::uuid, updated_by_name = $5::text, state = $6,
    rules = $7::jsonb, finding = $8, responsible = $9, reason = $10, approval = $11::jsonb,
    measured = $15::jsonb, responsible_user_id = $16::uuid, version = version + 1, updated_at = now()
  WHERE organization_id = $1::uuid AND assessment_id = $2::uuid AND item_id = $3::text
    AND version = $17`;

/** Answers from before there was anything to measure, or accounts beside names, have no such fields. */
function changeOf(row: AnswerHistoryEntity): AnswerChange {
  const { version, answer, changedAt: at } = row;
  return {
    version,
    answer: {
      ...answer,
      responsibleUserId: answer.responsibleUserId ?? null,
      measured: answer.measured ?? null,
    },
    by: { id: row.changedBy, name: row.changedByName },
    at,
  };
}
