import type { EngagementSide } from '@liangxing/contracts';
import type { JobContext } from '../../kernel';
import type { AskedTerms } from './terms';

/**
 * What the client tells the consultancy of their engagement: a frozen copy, delivered by a job into the mirror of the
 * consultancy. It may arrive twice or late; the highest version counts.
 */
export interface Letter extends AskedTerms {
  /** Of the engagement. */
  readonly id: string;
  readonly consultancyId: string;
  readonly consultancyName: string;
  readonly clientId: string;
  readonly clientName: string;
  readonly offeredBy: EngagementSide;
  readonly state: 'offered' | 'live' | 'withdrawn' | 'revoked' | 'resigned';
  /** Of the engagement: its offer is the first, the answer the second. */
  readonly version: number;
}

/** What the job that delivers it carries: its context is the tenant of who receives it, and of no person. */
export interface SentLetter {
  readonly context: JobContext;
  readonly letter: Letter;
}

type Sender = Pick<JobContext, 'correlationId' | 'language'>;

export function sent(letter: Letter, { correlationId, language }: Sender): SentLetter {
  const organizationId = letter.consultancyId;
  return {
    context: { userId: '', userName: '', organizationId, correlationId, language },
    letter,
  };
}

/** The first one: an offer of the client. */
export function letterOf(
  context: Sender & Pick<JobContext, 'organizationId'>,
  clientName: string,
  partner: { readonly id: string; readonly name: string },
  offer: AskedTerms & { readonly id: string },
): SentLetter {
  const { id, readable, writable, from, until, reason } = offer;
  return sent(
    {
      ...{ id, readable, writable, from, until, reason, clientName },
      consultancyId: partner.id,
      consultancyName: partner.name,
      clientId: context.organizationId,
      offeredBy: 'client',
      state: 'offered',
      version: 1,
    },
    context,
  );
}
