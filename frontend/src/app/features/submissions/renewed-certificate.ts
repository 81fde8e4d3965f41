import { isRenewable } from '@liangxing/contracts';
import type { SubmissionWithLettersDto } from '../../core/api/generated/openapi';

/** A certificate that the next application renews. */
export interface RenewedCertificate {
  /** The application by which it was issued. */
  readonly submissionId: string;
  readonly number: string;
  /** The body that issued it: no other one renews it. */
  readonly bodyId: string;
}

/** As the body told of it last; null: there is none that could be renewed. */
export function renewedCertificate({
  id: submissionId,
  bodyId,
  letters,
}: Pick<SubmissionWithLettersDto, 'id' | 'bodyId' | 'letters'>): RenewedCertificate | null {
  const told = letters.findLast(({ certificate }) => certificate !== null)?.certificate;
  return told && isRenewable(told.state) ? { submissionId, number: told.number, bodyId } : null;
}
