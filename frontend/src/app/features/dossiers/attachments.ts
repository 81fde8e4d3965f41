import type {
  AttachmentDto,
  AttachmentListDto,
  ChosenAttachmentDto,
} from '../../core/api/generated/openapi';

export type Attachment = AttachmentDto;
export type AttachmentList = AttachmentListDto;
export type ChosenAttachment = ChosenAttachmentDto;
export type AttachmentKind = Attachment['kind'];
/** What a file can be attached as. */
export const ATTACHMENT_KINDS: readonly AttachmentKind[] = [
  'licence',
  'chart',
  'release',
  'certificate',
  'other',
];

const words: Readonly<Record<Exclude<AttachmentKind, 'other'>, RegExp>> = {
  licence: /营业执照/u,
  chart: /组织机构|机构图|架构图/u,
  release: /发布令|发布实施|颁布令/u,
  certificate: /证书|认证|资质/u,
};

/** As what a file is attached first; a person may change it. */
export const kindByTitle = (title: string): AttachmentKind =>
  ATTACHMENT_KINDS.find((kind) => kind !== 'other' && words[kind].test(title)) ?? 'other';

export const chosenOf = (attachments: readonly Attachment[]): ChosenAttachment[] =>
  attachments.map(({ evidenceId, revision, kind }) => ({ evidenceId, revision, kind }));

/** The list with one line a place higher (`-1`) or lower (`1`); the same list at its ends. */
export function moved<T>(list: readonly T[], index: number, by: -1 | 1): readonly T[] {
  const [one, other] = [list[index], list[index + by]];
  if (one === undefined || other === undefined) return list;
  return list.map((each, at) => (at === index ? other : at === index + by ? one : each));
}
