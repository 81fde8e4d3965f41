import type { DossierMaterial } from '../dossier-material';
import { finding, type DossierFinding } from './finding';

/** The list of evidence shows the newest revision of a file: an older one behind it would contradict it. */
export function attachmentFindings({
  attachments,
}: Pick<DossierMaterial, 'attachments'>): DossierFinding[] {
  return attachments
    .filter(({ revision, currentRevision }) => revision !== currentRevision)
    .map(({ title, revision, currentRevision }) =>
      finding(
        'attachment_outdated',
        { title, revision, current: currentRevision },
        { field: 'attachments' },
      ),
    );
}
