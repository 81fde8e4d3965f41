/** Files of the library of evidence whose pages stand behind the dossier, frozen by name; the bytes lie in the store. */

/** What an attached file is, in the order in which forms of application ask for them. */
export const ATTACHMENT_KINDS = ['licence', 'chart', 'release', 'certificate', 'other'] as const;
export type AttachmentKind = (typeof ATTACHMENT_KINDS)[number];

/** As divider and contents print it. */
export const ATTACHMENT_KIND_NAMES: Readonly<Record<AttachmentKind, string>> = {
  licence: '营业执照',
  chart: '组织机构图',
  release: '体系发布令',
  certificate: '证书',
  other: '其他材料',
};

/** What can be attached. */
export const ATTACHMENT_MEDIA_TYPES = ['application/pdf', 'image/jpeg', 'image/png'] as const;
export type AttachmentMediaType = (typeof ATTACHMENT_MEDIA_TYPES)[number];

export interface AttachmentRow {
  readonly kind: AttachmentKind;
  readonly title: string;
  readonly evidenceId: string;
  readonly revision: number;
  /** Lower-case hex: the bytes that are attached are those of this hash. */
  readonly sha256: string;
  readonly fileName: string;
  readonly mediaType: AttachmentMediaType;
  readonly pages: number;
  /** `2.4.3-01` where the list of evidence has it too, else empty. */
  readonly evidenceNumber: string;
}
