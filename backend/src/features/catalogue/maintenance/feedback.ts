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

/** A remark as the maintainers are mailed it. */
export type MailedRemark = Pick<
  Feedback,
  'number' | 'message' | 'source' | 'userName' | 'organizationName'
>;
