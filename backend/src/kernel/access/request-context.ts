import type { AnyRole, GrantedAreas, Language, OrganizationKind } from '@liangxing/contracts';
import type { EntryPurpose } from '../database/entering';

/** What opens the data of another organization to the one that acts. */
export interface Grant extends GrantedAreas {
  readonly id: string;
  readonly until: Date;
}

/** Who asks, for whom, on whose data, in which language: the first argument of every use case. */
export abstract class RequestContext {
  abstract readonly userId: string;
  /** In which the person asks; each transaction sees to it that it has not ended. Jobs and tests have none. */
  abstract readonly sessionId?: string;
  /** Name of the access token by which the person asks; unset in a session. */
  abstract readonly accessToken?: string;
  abstract readonly userName: string;
  /** Whose data; empty on routes that belong to no organization. */
  abstract readonly organizationId: string;
  /** The organization for which the person acts: the same, or the one that was given a grant. */
  abstract readonly actingId: string;
  /** Of the organization that acts. */
  abstract readonly kind: OrganizationKind;
  /** In the organization that acts; `viewer` (the least) on routes that belong to none. */
  abstract readonly role: AnyRole;
  /** Null on the own data. */
  abstract readonly grant: Grant | null;
  /** What for; an organization that is not open lets nobody in for everything. */
  abstract readonly purpose?: EntryPurpose;
  abstract readonly correlationId: string;
  abstract readonly language: Language;
  /** Fires when the person no longer waits for the answer. */
  abstract readonly signal?: AbortSignal;
}

/** The part of the context that a job carries; the same type, so that a use case runs from a job too. */
export type JobContext = Pick<
  RequestContext,
  'userId' | 'userName' | 'organizationId' | 'correlationId' | 'language'
> & {
  readonly actingId?: string;
  readonly grant?: Pick<Grant, 'id'> | null;
  readonly accessToken?: string;
};

/** What a job may keep of a context: not the role nor the areas, which may be others when the job runs. */
export function jobContextOf(context: JobContext): JobContext {
  const { userId, userName, organizationId, correlationId, language, actingId, grant } = context;
  const { accessToken } = context;
  const own = {
    ...{ userId, userName, organizationId, correlationId, language },
    ...(accessToken === undefined ? {} : { accessToken }),
  };
  return actingId === undefined || !grant ? own : { ...own, actingId, grant: { id: grant.id } };
}
