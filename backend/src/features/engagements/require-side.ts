import type { EngagementSide } from '@liangxing/contracts';
import { ProblemError, type RequestContext } from '../../kernel';

/**
 * An enterprise is a client, a consultancy works for clients; other organizations have no engagements.
 * @throws ProblemError forbidden
 */
export function requireSide({ kind }: Pick<RequestContext, 'kind'>, side: EngagementSide): void {
  if (kind !== (side === 'client' ? 'enterprise' : 'consultancy'))
    throw new ProblemError('forbidden');
}
