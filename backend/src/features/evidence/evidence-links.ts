import { validationFailed } from '../../kernel';
import type { EvidenceLink } from './evidence';
import type { EvidenceLinkDto } from './dto/evidence.dto';

/**
 * The one link that a request names, or null where it names none.
 * @throws ProblemError when it names half of one, or two
 */
export function linkOf(body: EvidenceLinkDto): EvidenceLink | null {
  const { assessmentId, standardId, actionId } = body;
  const itemId = body.itemId === '' ? undefined : body.itemId;
  const conditionId = body.conditionId === '' ? undefined : body.conditionId;
  const named = { itemId, conditionId, standardId, actionId };
  const [first, second] = Object.entries(named).filter(([, value]) => value !== undefined);
  if (second !== undefined) throw validationFailed({ path: second[0], code: 'too_many_links' });
  if (itemId === undefined && conditionId === undefined && assessmentId !== undefined)
    throw validationFailed(
      first === undefined
        ? { path: 'itemId', code: 'required' }
        : { path: 'assessmentId', code: 'too_many_links' },
    );
  if (standardId !== undefined) return { standardId };
  if (actionId !== undefined) return { actionId };
  if (itemId === undefined && conditionId === undefined) return null;
  if (assessmentId === undefined)
    throw validationFailed({ path: 'assessmentId', code: 'required' });
  if (conditionId !== undefined) return { assessmentId, conditionId };
  return itemId === undefined ? null : { assessmentId, itemId };
}

/** The link of a request that must name one. */
export function requiredLink(body: EvidenceLinkDto): EvidenceLink {
  const link = linkOf(body);
  if (link === null) throw validationFailed({ path: 'itemId', code: 'required' });
  return link;
}
