import { jobKind, type JobContext, type JobKind } from '../../kernel';
import type { CaseSide } from '@liangxing/contracts';

/**
 * Brings the letters that one side wrote in a case to the other one. Its context is the tenant of who wrote them, and of no
 * person. Whichever of these jobs runs brings all that are not there yet, in order: so it may run twice, late, or never.
 */
export interface LetterDelivery {
  readonly context: JobContext;
  readonly caseId: string;
  readonly addresseeId: string;
}

/** Copies every file that a dossier names, which may be gigabytes. */
export const DELIVER_TO_BODY = jobKind<LetterDelivery>('letters.deliver-to-body', {
  expireInSeconds: 3_600,
});
export const DELIVER_TO_ENTERPRISE = jobKind<LetterDelivery>('letters.deliver-to-enterprise');

/** By which job the letters of a side go. */
export const DELIVERY_OF: Readonly<Record<CaseSide, JobKind<LetterDelivery>>> = {
  enterprise: DELIVER_TO_BODY,
  body: DELIVER_TO_ENTERPRISE,
};

type Sender = Pick<JobContext, 'organizationId' | 'correlationId' | 'language'>;

/** The job of nobody, in the tenant of an organization. */
export const contextOfLetters = (
  { correlationId, language }: Pick<JobContext, 'correlationId' | 'language'>,
  organizationId: string,
): JobContext => ({ userId: '', userName: '', organizationId, correlationId, language });

export const deliveryOf = (
  sender: Sender,
  { caseId, addresseeId }: Pick<LetterDelivery, 'caseId' | 'addresseeId'>,
): LetterDelivery => ({
  context: contextOfLetters(sender, sender.organizationId),
  caseId,
  addresseeId,
});
