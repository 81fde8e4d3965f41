import { deflateSync } from 'node:zlib';
import type { FaceName } from '../text/faces';
import { Faces } from '../text/faces';
import { TextSetter, type SetLine, type TextStyle } from '../text/text-layout';
import { FaceEncoder } from './face-encoder';
import type { DossierFonts } from './fonts';
import { PageCanvas, ink, type Encoders, type Ink } from './page-canvas';
import type { PdfDocument, PdfPage } from './pdf-document';
import { TagNode } from './structure-tags';

/** `wide`: A3 in landscape, for a drawing that A4 could not show readably. */
export type PageLayout = 'portrait' | 'landscape' | 'wide';

/** A4 in points, and the white around the text: 25 mm at the sides, room for header and footer. */
const A4 = { short: 595.28, long: 841.89 };
const A3 = { short: 841.89, long: 1190.55 };
const margins = { side: 68, top: 76, bottom: 74 };
const landscapeMargins = { side: 48, top: 68, bottom: 66 };

export interface PlacedHeading {
  readonly level: 1 | 2;
  readonly title: string;
  readonly page: number;
  readonly y: number;
}

interface DrawnPage {
  readonly page: PdfPage;
  readonly isBare: boolean;
}

const coverPage = { layout: 'portrait', isBare: true } as const;

/** A paragraph's baseline below the top of its line box; Han glyphs stand 0.88 em above the baseline. */
export const baselineIn = (leading: number, size: number): number =>
  (leading - size) / 2 + size * 0.88;

/**
 * The page being written and the place on it. Finished pages give their bytes away at once;
 * header, footer and contents are laid over them at the end, when the number of pages is known.
 */
export class PageFrame {
  readonly faces: Faces;
  readonly encoders: Encoders;
  readonly root: TagNode;
  readonly pages: DrawnPage[] = [];
  readonly headings: PlacedHeading[] = [];
  /** Where new content is tagged. */
  section: TagNode;
  canvas: PageCanvas;
  page: PdfPage;
  layout: PageLayout = 'portrait';
  y = 0;
  /** Where the last heading ended; a table that begins right there must not leave it behind. */
  headingEnd: number | null = null;
  private readonly setter: TextSetter;

  constructor(
    readonly document: PdfDocument,
    fonts: DossierFonts,
    seed: string,
    /** The first page; the dossier's is its cover, which has neither header nor footer. */
    first: { readonly layout: PageLayout; readonly isBare: boolean } = coverPage,
  ) {
    this.faces = new Faces(fonts);
    this.setter = new TextSetter(this.faces);
    this.encoders = {
      song: new FaceEncoder(document, fonts.song, seed.slice(0, 6)),
      hei: new FaceEncoder(document, fonts.hei, seed.slice(6, 12)),
    };
    const treeRoot = document.getStructTreeRoot();
    this.root = new TagNode(document, 'Document', treeRoot);
    treeRoot.data['K'] = [this.root.object];
    this.section = this.root;
    this.page = this.addPage(first.layout);
    this.canvas = new PageCanvas(this.page, this.encoders);
    this.pages.push({ page: this.page, isBare: first.isBare });
    this.y = this.top;
  }

  get left(): number {
    return this.layout === 'portrait' ? margins.side : landscapeMargins.side;
  }

  get right(): number {
    return this.page.width - this.left;
  }

  get width(): number {
    return this.right - this.left;
  }

  get top(): number {
    return this.layout === 'portrait' ? margins.top : landscapeMargins.top;
  }

  get bottom(): number {
    return (
      this.page.height - (this.layout === 'portrait' ? margins.bottom : landscapeMargins.bottom)
    );
  }

  get room(): number {
    return this.bottom - this.y;
  }

  /** Number of the current page, from 1. */
  get pageNumber(): number {
    return this.pages.length;
  }

  newPage(layout: PageLayout = this.layout): void {
    this.finishPage();
    this.page = this.addPage(layout);
    this.canvas = new PageCanvas(this.page, this.encoders);
    this.pages.push({ page: this.page, isBare: false });
    this.y = this.top;
    this.headingEnd = null;
  }

  /** Starts a new page where less than `height` points are left. */
  ensure(height: number): void {
    if (this.room < height) this.newPage();
  }

  /** Writes the page's content out; what comes later on this page goes into a second stream. */
  finishPage(): void {
    const { document, page } = this;
    const upright = `q 1 0 0 -1 0 ${page.height} cm\n`;
    const bytes = Buffer.concat([
      Buffer.from(upright),
      this.canvas.takeBytes(),
      Buffer.from('Q\n'),
    ]);
    // A low level: twice as fast and hardly larger, for the operators repeat themselves.
    const body = document.ref({ Filter: 'FlateDecode' });
    body.end(deflateSync(bytes, { level: 4 }));
    page.dictionary.data['Contents'] = [body, page.content];
  }

  /** Draws on a finished page, for header, footer and contents. */
  overlay(index: number, draw: (canvas: PageCanvas, page: PdfPage) => void): void {
    const drawn = this.pages[index];
    if (!drawn) return;
    this.document.switchToPage(index);
    const canvas = new PageCanvas(drawn.page, this.encoders);
    draw(canvas, drawn.page);
    if (!canvas.isEmpty) drawn.page.content.write(canvas.takeBytes());
  }

  set(text: string, style: TextStyle, width: number, indent = 0): SetLine[] {
    return this.setter.set(text, style, width, indent);
  }

  /** One line at a baseline; too long a text keeps its first line only. Returns its width in points. */
  label(
    text: string,
    x: number,
    baseline: number,
    options: {
      readonly size: number;
      readonly face?: FaceName;
      readonly align?: 'left' | 'center' | 'right';
      readonly colour?: Ink;
      readonly canvas?: PageCanvas;
      readonly isTabular?: boolean;
    },
  ): number {
    const style = {
      face: options.face ?? 'song',
      size: options.size,
      isTabular: options.isTabular ?? false,
    } as const;
    const [line] = this.set(text, style, Number.MAX_SAFE_INTEGER);
    if (!line) return 0;
    const width = (line.line.width * options.size) / 1000;
    const shift = options.align === 'center' ? width / 2 : options.align === 'right' ? width : 0;
    (options.canvas ?? this.canvas).line(line, x - shift, baseline, 0, options.colour ?? ink.black);
    return width;
  }

  private addPage(layout: PageLayout): PdfPage {
    this.layout = layout;
    const sizes = {
      portrait: [A4.short, A4.long],
      landscape: [A4.long, A4.short],
      wide: [A3.long, A3.short],
    } satisfies Record<PageLayout, [number, number]>;
    const size: [number, number] = [...sizes[layout]] as [number, number];
    this.document.addPage({ size, margin: 0 });
    return this.document.page;
  }
}
