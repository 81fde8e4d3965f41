import { PDFContext, PDFRef } from '@cantoo/pdf-lib';
import { createHash } from 'node:crypto';
import {
  ObjectNumber,
  reserveObject,
  writeObjectBytes,
  type PdfDocument,
} from '../pdf/pdf-document';
import type { AttachmentRow } from '../snapshot/attachments';
import { AttachmentError } from './attachment-error';
import { openAttachment, type AttachmentPage } from './open-attachment';

/** A page that is in the file already, to be drawn by its number. */
export interface EmbeddedPage extends AttachmentPage {
  readonly form: ObjectNumber;
}

/** By their SHA-256, as `AttachmentRow.sha256` names them. */
export type AttachmentBytes = ReadonlyMap<string, Uint8Array>;

const checkedBytes = ({ sha256, fileName }: AttachmentRow, files: AttachmentBytes): Uint8Array => {
  const bytes = files.get(sha256);
  if (bytes === undefined || createHash('sha256').update(bytes).digest('hex') !== sha256)
    throw new AttachmentError('attachment_changed', fileName);
  return bytes;
};

/**
 * Writes an attachment's objects into the open PDF, under the numbers that follow.
 * @throws AttachmentError where the bytes are not those of the snapshot, or cannot be taken over
 */
export const embedAttachment = async (
  document: PdfDocument,
  row: AttachmentRow,
  files: AttachmentBytes,
): Promise<readonly EmbeddedPage[]> => {
  const { fileName, mediaType } = row;
  const { pages, embed } = await openAttachment({
    fileName,
    mediaType,
    bytes: checkedBytes(row, files),
  });
  const context = PDFContext.create();
  const before = document._offsets.length;
  context.largestObjectNumber = before;
  const forms = await embed(context);
  for (let number = before + 1; number <= context.largestObjectNumber; number += 1) {
    const object = reserveObject(document);
    const value = context.lookup(PDFRef.of(number));
    if (value === undefined) writeObjectBytes(document, object, Buffer.from('null'));
    else {
      const bytes = new Uint8Array(value.sizeInBytes());
      value.copyBytesInto(bytes, 0);
      writeObjectBytes(document, object, bytes);
    }
  }
  return pages.map((page, index) => {
    const form = forms[index];
    if (form === undefined) throw new AttachmentError('attachment_broken', fileName);
    return { ...page, form: new ObjectNumber(form.objectNumber) };
  });
};
