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
import { CatalogueRepository } from '../catalogue.repository';
import type { MailedRemark } from '../maintenance/feedback';
import { FeedbackRepository } from '../maintenance/feedback.repository';

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
    private readonly feedback: FeedbackRepository,
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
      const { organizationId, userId, userName } = context;
      const { identityKey, number } = entry;
      const remark = { organizationId, id, identityKey, number, message, source, userId, userName };
      await this.feedback.insert(manager, remark);
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
    private readonly feedback: FeedbackRepository,
    private readonly mailer: Mailer,
    private readonly config: Config,
  ) {}

  /** Done twice it mails once; without maintainers in the settings the remark just stays stored. */
  async handle({ context, feedbackId }: FeedbackJobData): Promise<void> {
    const to = this.config.catalogueMaintainers;
    if (to === '') return;
    const remark = await this.mark(context, feedbackId, true);
    if (remark === null) return;
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

  private mark(context: JobContext, id: string, isMailed: boolean): Promise<MailedRemark | null> {
    return this.database.transaction(context, (manager) =>
      this.feedback.mark(manager, context, id, isMailed),
    );
  }
}
