import {
  decodePDFRawStream,
  PDFArray,
  PDFContentStream,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFObjectCopier,
  PDFRawStream,
  PDFRef,
  PDFStream,
  type PDFContext,
  type PDFPage,
} from '@cantoo/pdf-lib';
import { boundsOf, onto, operands, upright, type Box, type Matrix } from './placement';

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
/** Hidden, and not to be shown on a screen (ISO 32000-1, table 165). */
const UNSEEN = 0b100010;
/** What a reader shows beside the page rather than on it. */
const BESIDE = ['Popup', 'Text', 'Link', 'FileAttachment'];

const name = (text: string): PDFName => PDFName.of(text);

const numbers = (array: PDFArray | undefined): number[] | null => {
  const values = array?.asArray().map((_, index) => array.lookupMaybe(index, PDFNumber));
  return values?.every((value) => value !== undefined)
    ? values.map((value) => value.asNumber())
    : null;
};

const boxOf = (array: PDFArray | undefined): Box | null => {
  const [x0, y0, x1, y1] = numbers(array) ?? [];
  if (x0 === undefined || y0 === undefined || x1 === undefined || y1 === undefined) return null;
  return {
    left: Math.min(x0, x1),
    right: Math.max(x0, x1),
    bottom: Math.min(y0, y1),
    top: Math.max(y0, y1),
  };
};

const matrixOf = (array: PDFArray | undefined): Matrix => {
  const values = numbers(array);
  return values?.length === 6 ? (values as unknown as Matrix) : IDENTITY;
};

/** Points; some fifteen times the largest page that a reader is bound to show (ISO 32000-1, annex C). */
const LONGEST_SIDE = 200_000;

const isPaper = ({ left, bottom, right, top }: Box): boolean =>
  [right - left, top - bottom].every((side) => side >= 1 && side <= LONGEST_SIDE);

/**
 * What a reader shows of a page: its crop box within its media box.
 * @throws RangeError for a page of no size, or of one that no paper has
 */
export const shownBox = (page: PDFPage): Box => {
  const media = boxOf(page.node.MediaBox());
  if (media === null || !isPaper(media)) throw new RangeError('a page without measures');
  const crop = boxOf(page.node.CropBox()) ?? media;
  const box = {
    left: Math.max(media.left, crop.left),
    right: Math.min(media.right, crop.right),
    bottom: Math.max(media.bottom, crop.bottom),
    top: Math.min(media.top, crop.top),
  };
  return isPaper(box) ? box : media;
};

/** 0, 90, 180 or 270, clockwise. */
export const rotationOf = (page: PDFPage): number => {
  const told = page.node.Rotate()?.asNumber() ?? 0;
  return (((Math.round(told / 90) * 90) % 360) + 360) % 360;
};

const decoded = (stream: PDFStream): Uint8Array => {
  if (stream instanceof PDFRawStream) return decodePDFRawStream(stream).decode();
  if (stream instanceof PDFContentStream) return stream.getUnencodedContents();
  throw new TypeError('a content stream of an unknown kind');
};

const contentOf = (page: PDFPage): Uint8Array => {
  const contents = page.node.Contents();
  if (contents === undefined) return new Uint8Array();
  if (contents instanceof PDFStream) return decoded(contents);
  const pieces = contents.asArray().map((_, index) => decoded(contents.lookup(index, PDFStream)));
  return Buffer.concat(pieces.flatMap((piece) => [piece, Buffer.from('\n')]));
};

/** The stream by which an annotation shows itself, of its present state. */
const appearanceOf = (annotation: PDFDict): { stream: PDFStream; source: PDFRef | null } | null => {
  const appearances = annotation.lookupMaybe(name('AP'), PDFDict);
  const normal = appearances?.lookup(name('N'));
  const raw = appearances?.get(name('N'));
  if (normal instanceof PDFStream)
    return { stream: normal, source: raw instanceof PDFRef ? raw : null };
  if (!(normal instanceof PDFDict)) return null;
  const state = annotation.lookupMaybe(name('AS'), PDFName);
  const chosen = state === undefined ? undefined : normal.lookup(state);
  const chosenRaw = state === undefined ? undefined : normal.get(state);
  if (!(chosen instanceof PDFStream)) return null;
  return { stream: chosen, source: chosenRaw instanceof PDFRef ? chosenRaw : null };
};

interface Stamp {
  readonly source: PDFRef;
  readonly matrix: Matrix;
}

/** Seals, stamps, signatures and filled-in fields stand on a page as annotations; they are part of what it shows. */
const stampsOf = (page: PDFPage): Stamp[] => {
  const annotations = page.node.Annots();
  if (annotations === undefined) return [];
  return annotations.asArray().flatMap((_, index) => {
    const annotation = annotations.lookupMaybe(index, PDFDict);
    if (annotation === undefined) return [];
    const subtype = annotation.lookupMaybe(name('Subtype'), PDFName)?.decodeText() ?? '';
    const flags = annotation.lookupMaybe(name('F'), PDFNumber)?.asNumber() ?? 0;
    const rectangle = boxOf(annotation.lookupMaybe(name('Rect'), PDFArray));
    const shown = appearanceOf(annotation);
    if ((flags & UNSEEN) !== 0 || BESIDE.includes(subtype) || !rectangle || !shown?.source)
      return [];
    const box = boxOf(shown.stream.dict.lookupMaybe(name('BBox'), PDFArray));
    if (box === null) return [];
    const own = matrixOf(shown.stream.dict.lookupMaybe(name('Matrix'), PDFArray));
    const matrix = onto(boundsOf(box, own), rectangle);
    return matrix === null ? [] : [{ source: shown.source, matrix }];
  });
};

/** A page as a form XObject of another document. What acts (links, scripts, files) stays behind. */
export const embedPage = (page: PDFPage, target: PDFContext, copier: PDFObjectCopier): PDFRef => {
  const box = shownBox(page);
  const { left, bottom, right, top } = box;
  const shape = { Type: 'XObject', Subtype: 'Form', FormType: 1, BBox: [left, bottom, right, top] };
  const resources = page.node.Resources();
  const group = page.node.lookupMaybe(name('Group'), PDFDict);
  const stamps = stampsOf(page);
  const matrix = [...upright(box, rotationOf(page))];
  const form = target.flateStream(contentOf(page), {
    ...shape,
    Matrix: stamps.length === 0 ? matrix : [...IDENTITY],
    ...(resources ? { Resources: copier.copy(resources) } : { Resources: {} }),
    ...(group ? { Group: copier.copy(group) } : {}),
  });
  const content = target.register(form);
  if (stamps.length === 0) return content;
  const drawn = stamps.map(({ matrix: place }, index) => `q ${operands(place)} cm /S${index} Do Q`);
  const forms = stamps.map(({ source }, index) => [`S${index}`, copier.copy(source)] as const);
  const whole = target.flateStream(['/P Do', ...drawn].join('\n'), {
    ...shape,
    Matrix: matrix,
    Resources: { XObject: { P: content, ...Object.fromEntries(forms) } },
  });
  return target.register(whole);
};
