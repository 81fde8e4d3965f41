import {
  EncryptedPDFError,
  JpegEmbedder,
  PDFDocument,
  PDFObjectCopier,
  PngEmbedder,
  type PDFContext,
  type PDFRef,
} from '@cantoo/pdf-lib';
import type { AttachmentMediaType } from '../snapshot/attachments';
import { AttachmentError } from './attachment-error';
import { beginDecoding } from './bounded-decoding';
import { embedPage, rotationOf, shownBox } from './page-form';
import { jpegFacts, pngFacts } from './picture-size';
import { operands, uprightPicture } from './placement';
import { stillPng } from './still-png';

/** As it is shown, in points. */
export interface AttachmentPage {
  readonly width: number;
  readonly height: number;
  /** A picture of few points is not blown up beyond what it holds. */
  readonly mostScale: number;
}

/** A file whose pages are known and can be written into a PDF. */
interface OpenAttachment {
  readonly pages: readonly AttachmentPage[];
  /** One form XObject a page; what pages share (faces, pictures) is written once. */
  readonly embed: (target: PDFContext) => Promise<readonly PDFRef[]>;
}

export interface AttachmentFile {
  readonly fileName: string;
  readonly mediaType: AttachmentMediaType;
  readonly bytes: Uint8Array;
}

/** A PNG is unpacked to four bytes a point; beyond this it would fill a thread's memory. */
const MOST_PIXELS = 40_000_000;

/** Four channels of 16 bits a point, and as much again for the lines of its passes. */
const MOST_POINT_BYTES = 16;

/** Points of a picture's page: a hundred pixels to the inch at the least. */
const POINTS_PER_PIXEL = 0.72;

const asBroken = (fileName: string, error: unknown): AttachmentError =>
  error instanceof AttachmentError
    ? error
    : new AttachmentError('attachment_broken', fileName, {}, { cause: error });

const loadPdf = async ({ fileName, bytes }: AttachmentFile): Promise<PDFDocument> => {
  try {
    return await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true });
  } catch (error) {
    if (error instanceof EncryptedPDFError)
      throw new AttachmentError('attachment_encrypted', fileName, {}, { cause: error });
    throw asBroken(fileName, error);
  }
};

const openPdf = async (file: AttachmentFile): Promise<OpenAttachment> => {
  beginDecoding();
  const document = await loadPdf(file);
  try {
    const pages = document.getPages();
    if (pages.length === 0) throw new RangeError('no page');
    return {
      pages: pages.map((page) => {
        const { left, right, bottom, top } = shownBox(page);
        const [width, height] = [right - left, top - bottom];
        const isTurned = rotationOf(page) % 180 !== 0;
        const mostScale = Number.POSITIVE_INFINITY;
        return isTurned
          ? { width: height, height: width, mostScale }
          : { width, height, mostScale };
      }),
      embed: async (target) => {
        try {
          const copier = PDFObjectCopier.for(document.context, target);
          return pages.map((page) => embedPage(page, target, copier));
        } catch (error) {
          throw asBroken(file.fileName, error);
        }
      },
    };
  } catch (error) {
    throw asBroken(file.fileName, error);
  }
};

const openPicture = ({ fileName, mediaType, bytes }: AttachmentFile): OpenAttachment => {
  const isJpeg = mediaType === 'image/jpeg';
  try {
    const facts = isJpeg ? jpegFacts(bytes) : pngFacts(bytes);
    if (facts.width * facts.height > MOST_PIXELS)
      throw new AttachmentError('attachment_picture_too_large', fileName, {
        limit: MOST_PIXELS / 10_000,
      });
    if (facts.width === 0 || facts.height === 0) throw new RangeError('an empty picture');
    const isTurned = facts.orientation > 4;
    const width = (isTurned ? facts.height : facts.width) * POINTS_PER_PIXEL;
    const height = (isTurned ? facts.width : facts.height) * POINTS_PER_PIXEL;
    return {
      pages: [{ width, height, mostScale: 1 }],
      embed: async (target) => {
        try {
          const points = facts.width * facts.height * MOST_POINT_BYTES;
          const embedder = isJpeg
            ? await JpegEmbedder.for(bytes)
            : await PngEmbedder.for(stillPng(bytes, points));
          const picture = await embedder.embedIntoContext(target);
          const matrix = operands(uprightPicture(width, height, facts.orientation));
          const form = target.flateStream(`q ${matrix} cm /P Do Q`, {
            Type: 'XObject',
            Subtype: 'Form',
            FormType: 1,
            BBox: [0, 0, width, height],
            Resources: { XObject: { P: picture } },
          });
          return [target.register(form)];
        } catch (error) {
          throw asBroken(fileName, error);
        }
      },
    };
  } catch (error) {
    throw asBroken(fileName, error);
  }
};

/** @throws AttachmentError attachment_encrypted, attachment_broken, attachment_picture_too_large */
export const openAttachment = async (file: AttachmentFile): Promise<OpenAttachment> =>
  file.mediaType === 'application/pdf' ? openPdf(file) : openPicture(file);
