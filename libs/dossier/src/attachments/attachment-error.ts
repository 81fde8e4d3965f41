/** What is wrong with a file that is to be attached; each has a text that says how to mend it. */
type AttachmentProblem =
  | 'attachment_wrong_type'
  | 'attachment_encrypted'
  | 'attachment_broken'
  | 'attachment_too_long'
  | 'attachment_picture_too_large'
  | 'attachment_changed';

/** Names the file, so that nobody has to guess which of twenty it was. */
export class AttachmentError extends Error {
  override readonly name = 'AttachmentError';
  readonly params: Readonly<Record<string, string | number>>;

  constructor(
    readonly code: AttachmentProblem,
    fileName: string,
    more: Readonly<Record<string, number>> = {},
    options?: ErrorOptions,
  ) {
    super(`${code}: ${fileName}`, options);
    this.params = { file: fileName, ...more };
  }
}
