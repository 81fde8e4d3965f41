import { PDFContext } from '@cantoo/pdf-lib';
import { AttachmentError } from './attachment-error';
import { openAttachment, type AttachmentFile } from './open-attachment';

/**
 * How many pages a file has, after every one was taken over once on trial: what passes here does not fail when the
 * dossier is built.
 * @throws AttachmentError whatever speaks against it
 */
export const inspectAttachment = async (
  file: AttachmentFile,
  mostPages: number,
): Promise<{ readonly pages: number }> => {
  const { pages, embed } = await openAttachment(file);
  if (pages.length > mostPages)
    throw new AttachmentError('attachment_too_long', file.fileName, {
      pages: pages.length,
      limit: mostPages,
    });
  await embed(PDFContext.create());
  return { pages: pages.length };
};
