import type { Language, Role } from '@liangxing/contracts';

/** Who asks, for which organization, in which language: the first argument of every use case. */
export abstract class RequestContext {
  abstract readonly userId: string;
  abstract readonly userName: string;
  /** Empty on routes that belong to no organization. */
  abstract readonly organizationId: string;
  /** Role in that organization; `viewer` (the least) on routes that belong to none. */
  abstract readonly role: Role;
  abstract readonly correlationId: string;
  abstract readonly language: Language;
  /** Fires when the person no longer waits for the answer. */
  abstract readonly signal?: AbortSignal;
}

/** The part of the context that a job carries; the same type, so that a use case runs from a job too. */
export type JobContext = Pick<
  RequestContext,
  'userId' | 'userName' | 'organizationId' | 'correlationId' | 'language'
>;

/** What a job may keep of a context: not the role, which may be another one when the job runs. */
export function jobContextOf(context: JobContext): JobContext {
  const { userId, userName, organizationId, correlationId, language } = context;
  return { userId, userName, organizationId, correlationId, language };
}
