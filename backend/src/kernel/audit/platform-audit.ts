import { Injectable } from '@nestjs/common';
import { platformPartOf, type PlatformAction } from '@liangxing/contracts';
import type { EntityManager } from 'typeorm';
import type { JobContext } from '../access/request-context';
import type { AuditSubject } from './audit';

/** Who did it; empty for somebody who is not signed in. */
type PlatformActor = Pick<JobContext, 'userId' | 'userName' | 'correlationId'>;

/** Appends what was done outside of every organization, in the same transaction: accounts, the catalogue. */
@Injectable()
export class PlatformAudit {
  /** @param details facts that a reader needs; no secrets, no addresses */
  async record(
    manager: EntityManager,
    actor: PlatformActor,
    action: PlatformAction,
    subject: AuditSubject,
    details: Readonly<Record<string, unknown>> = {},
  ): Promise<void> {
    await manager.query(
      `INSERT INTO platform_events (part, actor_id, actor_name, action, subject_type, subject_id,
         details, correlation_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        platformPartOf(action),
        actor.userId === '' ? null : actor.userId,
        actor.userName,
        action,
        subject.type,
        subject.id,
        JSON.stringify(details),
        actor.correlationId,
      ],
    );
  }
}
