import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { insertNew, type RequestContext } from '../../kernel';
import { SubmissionEntity } from './entities/submission.entity';
import type { Submission } from './submission';

type Tenant = Pick<RequestContext, 'organizationId'>;
type Author = Tenant & Pick<RequestContext, 'userId' | 'userName'>;

/** Every question to the applications of an enterprise. */
@Injectable()
export class SubmissionsRepository {
  /** The newest first. */
  list(manager: EntityManager, { organizationId }: Tenant): Promise<Submission[]> {
    const order = { submittedAt: 'DESC', id: 'ASC' } as const;
    return manager.find(SubmissionEntity, { where: { organizationId }, order });
  }

  find(manager: EntityManager, { organizationId }: Tenant, id: string): Promise<Submission | null> {
    return manager.findOneBy(SubmissionEntity, { organizationId, id });
  }

  /** The same; nobody else moves it until the transaction ends. */
  lock(manager: EntityManager, { organizationId }: Tenant, id: string): Promise<Submission | null> {
    const where = { organizationId, id };
    return manager.findOne(SubmissionEntity, { where, lock: { mode: 'pessimistic_write' } });
  }

  /** @returns false where the body is busy with one of this evaluation */
  insert(
    manager: EntityManager,
    { organizationId, userId, userName }: Author,
    submission: Pick<
      Submission,
      'id' | 'bodyId' | 'bodyName' | 'dossierId' | 'assessmentId' | 'renews' | 'state' | 'written'
    >,
  ): Promise<boolean> {
    const author = { submittedBy: userId, submittedByName: userName };
    return insertNew(manager, SubmissionEntity, { ...submission, organizationId, ...author });
  }

  /** Behind its lock. */
  async change(
    manager: EntityManager,
    { organizationId }: Tenant,
    { id, version }: Submission,
    values: Partial<Pick<Submission, 'state' | 'dossierId' | 'heard' | 'written' | 'caseNumber'>>,
  ): Promise<void> {
    const next = { ...values, version: version + 1, changedAt: () => 'now()' };
    await manager.update(SubmissionEntity, { organizationId, id }, next);
  }
}
