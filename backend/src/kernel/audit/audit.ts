import { Injectable } from '@nestjs/common';
import type { AuditAction } from '@liangxing/contracts';
import type { EntityManager } from 'typeorm';
import type { JobContext } from '../access/request-context';

export interface AuditSubject {
  /** Noun of the field, like `assessment`. */
  readonly type: string;
  readonly id: string;
}

/** Appends what was done, in the same transaction. Sealed into a chain later, by a job. */
@Injectable()
export class Audit {
  /**
   * @param action one of the catalogue, like `standards.imported`
   * @param details facts that a reader needs; no secrets, no contents of documents. What came by an access token says
   *   by which.
   */
  async record(
    manager: EntityManager,
    context: JobContext,
    action: AuditAction,
    subject: AuditSubject,
    details: Readonly<Record<string, unknown>> = {},
  ): Promise<void> {
    await manager.query(
      `INSERT INTO audit_events (organization_id, actor_id, actor_name, action, subject_type,
         subject_id, details, correlation_id, acting_id, grant_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        context.organizationId,
        context.userId === '' ? null : context.userId,
        context.userName,
        action,
        subject.type,
        subject.id,
        JSON.stringify({ ...details, accessToken: context.accessToken }),
        context.correlationId,
        context.grant ? context.actingId : null,
        context.grant?.id ?? null,
      ],
    );
  }
}
