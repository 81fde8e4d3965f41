import type { AttachmentMediaType, DossierSnapshot } from '@liangxing/dossier';
import type { DossierMaterial } from '../dossier-material';
import type { NumberedEvidence } from './evidence-part';

/** Attached files, each with its number in the list of evidence where it stands there. Nothing where none is attached. */
export function attachmentsPart(
  { attachments }: Pick<DossierMaterial, 'attachments'>,
  numbered: readonly NumberedEvidence[],
): Pick<DossierSnapshot, 'attachments'> {
  if (attachments.length === 0) return {};
  const numbers = new Map(numbered.map(({ number, material }) => [material.id, number]));
  return {
    attachments: attachments.map(
      ({ evidenceId, revision, kind, title, fileName, mediaType, sha256, pages }) => ({
        evidenceId,
        revision,
        kind,
        title,
        fileName,
        // What was chosen has been looked at: other types were refused.
        mediaType: mediaType as AttachmentMediaType,
        sha256,
        pages,
        evidenceNumber: numbers.get(evidenceId) ?? '',
      }),
    ),
  };
}
