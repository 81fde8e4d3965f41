import { inspectAttachment } from '@liangxing/dossier/render';
import type { AttachmentFile } from '@liangxing/dossier/render';

/** How many pages a file has; refuses, with its name, whatever could not be attached. */
export function inspectAttachmentFile({
  mostPages,
  ...file
}: AttachmentFile & { readonly mostPages: number }): Promise<{ readonly pages: number }> {
  return inspectAttachment(file, mostPages);
}
