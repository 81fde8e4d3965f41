/** How a kind of file is recognised by its content. */
export type Recognition =
  | { readonly by: 'signature'; readonly mediaType: string }
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
  recognition: { by: 'signature', mediaType },
  isInline: ['application/pdf', 'image/png', 'image/jpeg'].includes(mediaType),
});

const office = (extension: string, name: string, part: string): AllowedType => ({
  extensions: [extension],
  mediaType: `application/vnd.openxmlformats-officedocument.${name}`,
  recognition: { by: 'zip_part', part },
  isInline: false,
});

const compound = (extension: string, mediaType: string): AllowedType => ({
  extensions: [extension],
  mediaType,
  recognition: { by: 'compound' },
  isInline: false,
});

/** What may be kept as evidence: documents, pictures, tables, plain text, and zips of such. */
export const allowedTypes: readonly AllowedType[] = [
  signature('application/pdf', 'pdf'),
  signature('image/png', 'png'),
  signature('image/jpeg', 'jpg', 'jpeg'),
  signature('image/webp', 'webp'),
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
