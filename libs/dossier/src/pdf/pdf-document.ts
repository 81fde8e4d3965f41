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

export interface PdfBookmark {
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
  read(): Uint8Array | null;
  end(): void;
}

export interface DocumentInfo {
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

/** Opens a tagged Chinese document without a page. Its bytes come out of `read()`. */
export const openDocument = (info: DocumentInfo): PdfDocument =>
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
