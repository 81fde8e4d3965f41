import { validationFailed } from '../../kernel';
import type { EvidenceLink } from './evidence';
import type { EvidenceLinkDto } from './dto/evidence.dto';

/**
 * The one link that a request names, or null where it names none.
 * @throws ProblemError when it names half of one, or two
 */
export function linkOf({ assessmentId, itemId, standardId }: EvidenceLinkDto): EvidenceLink | null {
  const hasItem = itemId !== undefined && itemId !== '';
  if (standardId !== undefined) {
    if (hasItem) throw validationFailed({ path: 'standardId', code: 'too_many_links' });
    return { standardId };
  }
  if (!hasItem) {
    if (assessmentId !== undefined) throw validationFailed({ path: 'itemId', code: 'required' });
    return null;
  }
  if (assessmentId === undefined)
    throw validationFailed({ path: 'assessmentId', code: 'required' });
  return { assessmentId, itemId };
}

/** The link of a request that must name one. */
export function requiredLink(body: EvidenceLinkDto): EvidenceLink {
  const link = linkOf(body);
  if (link === null) throw validationFailed({ path: 'itemId', code: 'required' });
  return link;
}
