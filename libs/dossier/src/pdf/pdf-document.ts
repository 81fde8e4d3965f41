import PDFDocument from 'pdfkit';
import type { Font } from 'fontkit';

/**
 * The parts of pdfkit 0.20 that the dossier stands on. It writes page content itself (line breaking,
 * tables and tags need it, and it is many times faster than `doc.text`) and leaves to pdfkit the
 * objects, the cross-reference table, font subsetting and bookmarks. The published typings hide
 * most of this, so it is named here, once.
 */
export interface PdfReference {
  readonly id: number;
  readonly data: Record<string, unknown>;
  write(chunk: Uint8Array | string): void;
  end(chunk?: Uint8Array): void;
}

export interface PdfPage {
  content: PdfReference;
  readonly dictionary: PdfReference;
  readonly fonts: Record<string, PdfReference>;
  readonly annotations: PdfReference[];
  /** What `Do` draws, by name. */
  readonly xobjects: Record<string, ObjectNumber>;
  /** Reading it the first time reserves the page's row in the parent tree. */
  readonly structParentTreeKey: number;
  readonly width: number;
  readonly height: number;
}

export interface PdfEmbeddedFont {
  id: string;
  readonly subset: { includeGlyph(glyphId: number): number };
  /** Advances by subset glyph, in thousandths of the em. */
  readonly widths: number[];
  /** Code points by subset glyph. */
  readonly unicode: number[][];
  ref(): PdfReference;
}

interface PdfBookmark {
  addItem(
    title: string,
    options: { pageNumber: number; top: number; left: number; expanded?: boolean },
  ): PdfBookmark;
}

interface ParentTree {
  get(key: number): unknown;
  add(key: number, value: unknown): void;
}

export interface PdfDocument {
  readonly page: PdfPage;
  readonly outline: PdfBookmark;
  readonly _font: PdfEmbeddedFont;
  ref(data: Record<string, unknown>): PdfReference;
  font(font: Font): void;
  addPage(options: { size: [number, number]; margin: number }): void;
  switchToPage(index: number): void;
  getStructTreeRoot(): PdfReference;
  getStructParentTree(): ParentTree;
  createStructParentTreeNextKey(): number;
  /** Every byte of the file passes here, in order. */
  _write(data: Uint8Array | string): void;
  _offset: number;
  /** Byte offset of each object by its number less one. */
  readonly _offsets: (number | null)[];
  end(): void;
}

interface DocumentInfo {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly producer: string;
  readonly createdAt: Date;
  /** Goes into the information dictionary; pdfkit derives the document id from it. */
  readonly snapshotSha256: string;
}

/** XML special characters would break pdfkit's metadata packet, which does not escape. */
const plain = (text: string): string => text.replace(/[<>&]/g, ' ');

const create = (info: DocumentInfo): PdfDocument =>
  new PDFDocument({
    autoFirstPage: false,
    bufferPages: true,
    pdfVersion: '1.7',
    tagged: true,
    lang: 'zh-CN',
    displayTitle: true,
    // pdfkit's default face would be opened and embedded for nothing.
    font: '',
    info: {
      Title: plain(info.title),
      Author: plain(info.author),
      Subject: plain(info.subject),
      Keywords: `snapshot-sha256:${info.snapshotSha256}`,
      Producer: plain(info.producer),
      Creator: plain(info.producer),
      CreationDate: info.createdAt,
      ModDate: info.createdAt,
    },
  }) as unknown as PdfDocument;

/** Text of at least this length is turned into bytes in one go. */
const PIECE = 64 * 1024;

/** The file as it grows; pdfkit's own stream would be given every line as a chunk of its own. */
export class PdfOutput {
  private pieces: Uint8Array[] = [];
  private text: string[] = [];
  private textLength = 0;

  constructor(private readonly document: PdfDocument) {}

  readonly write = (data: Uint8Array | string): void => {
    if (typeof data === 'string') {
      this.text.push(data, '\n');
      this.textLength += data.length + 1;
      this.document._offset += data.length + 1;
      if (this.textLength >= PIECE) this.flushText();
      return;
    }
    this.flushText();
    this.pieces.push(data);
    this.document._offset += data.length;
  };

  /** Takes what has been written since the last call; null if nothing. */
  take(): Uint8Array | null {
    this.flushText();
    if (this.pieces.length === 0) return null;
    const taken = Buffer.concat(this.pieces);
    this.pieces = [];
    return taken;
  }

  private flushText(): void {
    if (this.textLength === 0) return;
    this.pieces.push(Buffer.from(this.text.join(''), 'latin1'));
    this.text = [];
    this.textLength = 0;
  }
}

/** Opens a tagged Chinese document without a page; its bytes come out of the second value. */
export const openDocument = (info: DocumentInfo): { document: PdfDocument; output: PdfOutput } => {
  const document = create(info);
  const output = new PdfOutput(document);
  // The constructor has already written the file's first two lines to its own stream.
  document._offset = 0;
  document._write = output.write;
  document._write('%PDF-1.7');
  document._write('%\xFF\xFF\xFF\xFF');
  return { document, output };
};

/** An object number in pdfkit's eyes: the tag keeps it from being taken for a dictionary. */
export class ObjectNumber {
  readonly [Symbol.toStringTag] = 'ObjectNumber';

  constructor(readonly id: number) {}

  toString(): string {
    return `${this.id} 0 R`;
  }
}

/** Reserves an object that is written by `writeObject`; cheaper than pdfkit's own for many small ones. */
export const reserveObject = (document: PdfDocument): ObjectNumber =>
  new ObjectNumber(document._offsets.push(null));

export const writeObject = (document: PdfDocument, object: ObjectNumber, body: string): void => {
  document._offsets[object.id - 1] = document._offset;
  document._write(`${object.id} 0 obj\n${body}\nendobj`);
};

/** The same for an object that is bytes already: of another file, or one with a stream. */
export const writeObjectBytes = (
  document: PdfDocument,
  object: ObjectNumber,
  body: Uint8Array,
): void => {
  document._offsets[object.id - 1] = document._offset;
  document._write(`${object.id} 0 obj`);
  document._write(body);
  document._write('\nendobj');
};

/** Text of a PDF string: UTF-16 as hex. */
export const textString = (text: string): string => {
  let hex = 'FEFF';
  for (let index = 0; index < text.length; index += 1) {
    hex += text.charCodeAt(index).toString(16).padStart(4, '0');
  }
  return `<${hex}>`;
};
