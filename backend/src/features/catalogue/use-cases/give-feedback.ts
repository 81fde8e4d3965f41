import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import {
  Config,
  HandlesJob,
  type JobContext,
  jobContextOf,
  type JobHandler,
  jobKind,
  JobQueue,
  Mailer,
  notFound,
  RequestContext,
  TenantDatabase,
} from '../../../kernel';
import { queryRows } from '../../../kernel/database/query-rows';
import { CatalogueRepository } from '../catalogue.repository';

interface FeedbackJobData {
  readonly context: JobContext;
  readonly feedbackId: string;
}

/** Mails a reader's remark to who keeps the catalogue. */
export const SEND_CATALOGUE_FEEDBACK = jobKind<FeedbackJobData>('catalogue.send-feedback', {
  atOnce: 4,
});

@Injectable()
export class GiveFeedback {
  constructor(
    private readonly database: TenantDatabase,
    private readonly catalogue: CatalogueRepository,
    private readonly jobs: JobQueue,
  ) {}

  /** Stores the remark with organization and person; the mail follows by a job. @returns its id */
  async execute(
    context: RequestContext,
    entryId: number,
    { message, source }: { readonly message: string; readonly source: string },
  ): Promise<string> {
    return this.database.transaction(context, async (manager) => {
      const entry = await this.catalogue.find(manager, entryId);
      if (entry === null) throw notFound();
      const id = randomUUID();
      await manager.query(
        `INSERT INTO catalogue_feedback (organization_id, id, identity_key, number, message, source,
           user_id, user_name) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          context.organizationId,
          id,
          entry.identityKey,
          entry.number,
          message,
          source,
          context.userId,
          context.userName,
        ],
      );
      await this.jobs.enqueue(manager, SEND_CATALOGUE_FEEDBACK, {
        context: jobContextOf(context),
        feedbackId: id,
      });
      return id;
    });
  }
}

@Injectable()
@HandlesJob(SEND_CATALOGUE_FEEDBACK)
export class SendCatalogueFeedback implements JobHandler<FeedbackJobData> {
  constructor(
    private readonly database: TenantDatabase,
    private readonly mailer: Mailer,
    private readonly config: Config,
  ) {}

  /** Done twice it mails once; without maintainers in the settings the remark just stays stored. */
  async handle({ context, feedbackId }: FeedbackJobData): Promise<void> {
    const to = this.config.catalogueMaintainers;
    if (to === '') return;
    const remark = await this.mark(context, feedbackId, true);
    if (remark === undefined) return;
    try {
      await this.mailer.send({
        to,
        subject: `标准目录反馈：${remark.number}`,
        text:
          `${remark.number}\n\n${remark.message}\n\n依据 source: ${remark.source || '—'}\n\n` +
          `${remark.userName}，${remark.organizationName}\n`,
      });
    } catch (error) {
      await this.mark(context, feedbackId, false);
      throw error;
    }
  }

  /** @returns the remark, or undefined where it was mailed before */
  private mark(
    context: JobContext,
    id: string,
    isMailed: boolean,
  ): Promise<
    | {
        readonly number: string;
        readonly message: string;
        readonly source: string;
        readonly userName: string;
        readonly organizationName: string;
      }
    | undefined
  > {
    return this.database.transaction(context, async (manager) => {
      const [row] = await queryRows<{
        number: string;
        message: string;
        source: string;
        userName: string;
        organizationName: string;
      }>(
        manager,
        `UPDATE catalogue_feedback f SET mailed_at = CASE WHEN $3 THEN now() END
         FROM organizations o
         WHERE f.organization_id = $1 AND f.id = $2 AND o.id = $1 AND (f.mailed_at IS NULL) = $3
         RETURNING f.number, f.message, f.source, f.user_name AS "userName",
           o.name AS "organizationName"`,
        [context.organizationId, id, isMailed],
      );
      return row;
    });
  }
}
