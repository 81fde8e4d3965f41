import { Injectable } from '@nestjs/common';
import {
  notFound,
  PlatformAudit,
  PlatformDatabase,
  RequestContext,
  TenantDatabase,
} from '../../../kernel';
import { queryRows } from '../../../kernel/database/query-rows';

export const FEEDBACK_STATES = ['open', 'accepted', 'declined'] as const;
export type FeedbackState = (typeof FEEDBACK_STATES)[number];

export interface Feedback {
  readonly id: string;
  readonly number: string;
  readonly message: string;
  readonly source: string;
  readonly userName: string;
  readonly organizationName: string;
  readonly createdAt: Date;
  readonly state: FeedbackState;
  readonly answer: string;
  readonly answeredAt: Date | null;
  readonly answeredByName: string | null;
}

export interface FeedbackAnswer {
  readonly state: FeedbackState;
  readonly answer: string;
}

const columns = (organizationName: string): string => `f.id, f.number, f.message, f.source,
  f.user_name AS "userName", ${organizationName} AS "organizationName", f.created_at AS "createdAt", f.state,
  f.answer, f.answered_at AS "answeredAt", f.answered_by_name AS "answeredByName"`;

/** Remarks about the catalogue: the maintainers see and answer all of them, an organization sees its own. */
@Injectable()
export class AnswerFeedback {
  constructor(
    private readonly platform: PlatformDatabase,
    private readonly tenants: TenantDatabase,
    private readonly audit: PlatformAudit,
  ) {}

  /** Open ones first, then the newest; the last thousand. */
  received(): Promise<Feedback[]> {
    return queryRows(
      this.platform.manager,
      `SELECT ${columns('f.organization_name')} FROM app.catalogue_feedback_received() f`,
    );
  }

  /** Once more replaces the answer before. */
  async answer(
    context: RequestContext,
    id: string,
    { state, answer }: FeedbackAnswer,
  ): Promise<Feedback> {
    await this.platform.transaction(context.userId, async (manager) => {
      const [row] = await queryRows<{ found: boolean }>(
        manager,
        'SELECT app.answer_catalogue_feedback($1, $2, $3, $4) AS found',
        [id, state, answer, context.userName],
      );
      if (row?.found !== true) throw notFound();
      const subject = { type: 'catalogue_feedback', id };
      await this.audit.record(manager, context, 'catalogue.feedback_answered', subject, { state });
    });
    const told = (await this.received()).find((each) => each.id === id);
    if (told === undefined) throw notFound();
    return told;
  }

  /** What members of the organization reported, newest first. */
  ofOrganization(context: RequestContext): Promise<Feedback[]> {
    return this.tenants.read(context, (manager) =>
      queryRows<Feedback>(
        manager,
        `SELECT ${columns(`''`)} FROM catalogue_feedback f
         WHERE f.organization_id = $1 ORDER BY f.created_at DESC LIMIT 200`,
        [context.organizationId],
      ),
    );
  }
}
