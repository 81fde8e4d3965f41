import { Injectable } from '@nestjs/common';
import {
  notFound,
  PlatformAudit,
  PlatformDatabase,
  RequestContext,
  TenantDatabase,
} from '../../../kernel';
import type { Feedback, FeedbackAnswer } from '../maintenance/feedback';
import { FeedbackRepository } from '../maintenance/feedback.repository';

/** Remarks about the catalogue: the maintainers see and answer all of them, an organization sees its own. */
@Injectable()
export class AnswerFeedback {
  constructor(
    private readonly platform: PlatformDatabase,
    private readonly tenants: TenantDatabase,
    private readonly feedback: FeedbackRepository,
    private readonly audit: PlatformAudit,
  ) {}

  received(): Promise<Feedback[]> {
    return this.feedback.received(this.platform.manager);
  }

  /** Once more replaces the answer before. */
  async answer(context: RequestContext, id: string, told: FeedbackAnswer): Promise<Feedback> {
    await this.platform.transaction(context.userId, async (manager) => {
      if (!(await this.feedback.answer(manager, id, told, context.userName))) throw notFound();
      const subject = { type: 'catalogue_feedback', id };
      const { state } = told;
      await this.audit.record(manager, context, 'catalogue.feedback_answered', subject, { state });
    });
    const answered = (await this.received()).find((each) => each.id === id);
    if (answered === undefined) throw notFound();
    return answered;
  }

  ofOrganization(context: RequestContext): Promise<Feedback[]> {
    return this.tenants.read(context, (manager) => this.feedback.ofOrganization(manager, context));
  }
}
