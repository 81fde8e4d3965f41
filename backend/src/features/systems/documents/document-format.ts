import type { SystemDocumentKind } from '@liangxing/dossier';

export const DOCUMENT_FORMATS = ['pdf', 'docx', 'xlsx', 'svg', 'png'] as const;
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number];

/** Pictures are of the diagram only. */
export const isOffered = (kind: SystemDocumentKind, format: DocumentFormat): boolean =>
  kind === 'diagram' || (format !== 'svg' && format !== 'png');
