import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { queryRows, type RequestContext } from '../../../kernel';
import { CatalogueFeedbackEntity } from '../entities/catalogue-feedback.entity';
import type { Feedback, FeedbackAnswer, MailedRemark } from './feedback';

type Tenant = Pick<RequestContext, 'organizationId'>;

/**
 * Remarks about the catalogue. An organization reads its own through the entity; what all of them report is reachable
 * through two narrow functions of the database only.
 */
@Injectable()
export class FeedbackRepository {
  async insert(
    manager: EntityManager,
    remark: Pick<
      CatalogueFeedbackEntity,
      | 'organizationId'
      | 'id'
      | 'identityKey'
      | 'number'
      | 'message'
      | 'source'
      | 'userId'
      | 'userName'
    >,
  ): Promise<void> {
    await manager.insert(CatalogueFeedbackEntity, remark);
  }

  /** Of one organization, newest first; the last two hundred. */
  async ofOrganization(manager: EntityManager, { organizationId }: Tenant): Promise<Feedback[]> {
    const found = await manager.find(CatalogueFeedbackEntity, {
      where: { organizationId },
      order: { createdAt: 'DESC' },
      take: 200,
    });
    return found.map((remark) => ({ ...remark, organizationName: '' }));
  }

  /** Of all organizations, open ones first, then the newest; the last thousand. */
  received(manager: EntityManager): Promise<Feedback[]> {
    return queryRows(
      manager,
      `SELECT id, number, message, source, user_name AS "userName",
         organization_name AS "organizationName", created_at AS "createdAt", state, answer,
         answered_at AS "answeredAt", answered_by_name AS "answeredByName"
       FROM app.catalogue_feedback_received()`,
    );
  }

  /** @returns false: there is no such remark */
  async answer(
    manager: EntityManager,
    id: string,
    { state, answer }: FeedbackAnswer,
    byName: string,
  ): Promise<boolean> {
    const [row] = await queryRows<{ found: boolean }>(
      manager,
      'SELECT app.answer_catalogue_feedback($1, $2, $3, $4) AS found',
      [id, state, answer, byName],
    );
    return row?.found === true;
  }

  /** Marks it as mailed, or as not mailed again. @returns null where that was so before */
  async mark(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
    isMailed: boolean,
  ): Promise<MailedRemark | null> {
    const [row] = await queryRows<MailedRemark>(
      manager,
      `UPDATE catalogue_feedback f SET mailed_at = CASE WHEN $3 THEN now() END
       FROM organizations o
       WHERE f.organization_id = $1 AND f.id = $2 AND o.id = $1 AND (f.mailed_at IS NULL) = $3
       RETURNING f.number, f.message, f.source, f.user_name AS "userName",
         o.name AS "organizationName"`,
      [organizationId, id, isMailed],
    );
    return row ?? null;
  }
}
