/** How a kind of file is recognised by its content. */
type Recognition =
  /** What its first bytes say; pictures of telephones say one of several. */
  | { readonly by: 'signature'; readonly mediaTypes: readonly string[] }
  /** A zip with a part of this name in it. */
  | { readonly by: 'zip_part'; readonly part: string }
  | { readonly by: 'zip' }
  /** Compound file of the older office programs. */
  | { readonly by: 'compound' }
  | { readonly by: 'text' };

export interface AllowedType {
  readonly extensions: readonly string[];
  readonly mediaType: string;
  readonly recognition: Recognition;
  /** May be shown in the browser, inside a sandbox; everything else is only downloaded. */
  readonly isInline: boolean;
}

const signature = (mediaType: string, ...extensions: string[]): AllowedType => ({
  extensions,
  mediaType,
  recognition: { by: 'signature', mediaTypes: [mediaType] },
  isInline: ['application/pdf', 'image/png', 'image/jpeg'].includes(mediaType),
});

/** High efficiency image files; which of the family one is, its `ftyp` brand says, and names are mixed up freely. */
const highEfficiency = (extension: 'heic' | 'heif'): AllowedType => ({
  extensions: [extension],
  mediaType: `image/${extension}`,
  recognition: {
    by: 'signature',
    mediaTypes: ['image/heic', 'image/heif', 'image/heic-sequence', 'image/heif-sequence'],
  },
  isInline: false,
});

const zipped = (extension: string, mediaType: string, part: string): AllowedType => ({
  extensions: [extension],
  mediaType,
  recognition: { by: 'zip_part', part },
  isInline: false,
});

const office = (extension: string, name: string, part: string): AllowedType =>
  zipped(extension, `application/vnd.openxmlformats-officedocument.${name}`, part);

const compound = (extension: string, mediaType: string): AllowedType => ({
  extensions: [extension],
  mediaType,
  recognition: { by: 'compound' },
  isInline: false,
});

/** What may be kept as evidence: documents, pictures, tables, plain text, and zips of such. */
const allowedTypes: readonly AllowedType[] = [
  signature('application/pdf', 'pdf'),
  signature('image/png', 'png'),
  signature('image/jpeg', 'jpg', 'jpeg'),
  signature('image/webp', 'webp'),
  highEfficiency('heic'),
  highEfficiency('heif'),
  // GB/T 33190-2016, 7.2: the entry of a package is OFD.xml at its root.
  zipped('ofd', 'application/ofd', 'OFD.xml'),
  office('docx', 'wordprocessingml.document', 'word/document.xml'),
  office('xlsx', 'spreadsheetml.sheet', 'xl/workbook.xml'),
  office('pptx', 'presentationml.presentation', 'ppt/presentation.xml'),
  compound('doc', 'application/msword'),
  compound('xls', 'application/vnd.ms-excel'),
  compound('ppt', 'application/vnd.ms-powerpoint'),
  { extensions: ['txt'], mediaType: 'text/plain', recognition: { by: 'text' }, isInline: false },
  { extensions: ['csv'], mediaType: 'text/csv', recognition: { by: 'text' }, isInline: false },
  {
    extensions: ['zip'],
    mediaType: 'application/zip',
    recognition: { by: 'zip' },
    isInline: false,
  },
];

/** Every extension, for messages. */
export const allowedExtensions = allowedTypes.flatMap(({ extensions }) => extensions);

/** The type that a file name claims, or undefined. */
export function claimedType(fileName: string): AllowedType | undefined {
  const extension = /\.([A-Za-z0-9]+)$/.exec(fileName)?.[1]?.toLowerCase();
  return allowedTypes.find(({ extensions }) => extensions.includes(extension ?? ''));
}

/** Whether a stored media type may be shown in place. */
export function isInlineType(mediaType: string): boolean {
  return allowedTypes.some((type) => type.mediaType === mediaType && type.isInline);
}
