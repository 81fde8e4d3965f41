import type { AttachmentKind } from '@liangxing/dossier';

/** What a person chose of a file: which revision, and as what it stands behind the dossier. */
export interface ChosenAttachment {
  readonly evidenceId: string;
  readonly revision: number;
  readonly kind: AttachmentKind;
}

/** A line of the list with what is known of its file. */
export interface Attachment extends ChosenAttachment {
  readonly pages: number;
  readonly title: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly size: number;
  /** Lower-case hex. */
  readonly sha256: string;
  readonly storageKey: string;
  /** The newest revision of the file; another one than `revision` where it was replaced since. */
  readonly currentRevision: number;
}

/** In the order in which they are printed. */
export interface AttachmentList {
  /** 0: nobody has chosen anything yet. */
  readonly version: number;
  readonly attachments: readonly Attachment[];
}
