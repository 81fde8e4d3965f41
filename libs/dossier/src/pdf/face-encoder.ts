import type { Font } from 'fontkit';
import type { Glyph } from '../text/faces';
import type { PdfDocument, PdfEmbeddedFont, PdfPage } from './pdf-document';

/** Turns glyphs of one face into the codes of its embedded subset. */
export class FaceEncoder {
  private readonly codes = new Map<number, string>();
  private readonly embedded: PdfEmbeddedFont;
  /** Resource name of the face on every page. */
  private readonly name: string;

  /**
   * `seed`: digits and letters A–F; pdfkit makes the six letters of the subset's tag from the font's
   * id, so the id is taken from the snapshot's hash and two dossiers do not share a tag.
   */
  constructor(document: PdfDocument, font: Font, seed: string) {
    document.font(font);
    this.embedded = document._font;
    this.name = `F${seed}`;
    this.embedded.id = this.name;
  }

  /** Four hex digits; the first use of a glyph puts it into the subset. */
  code(glyph: Glyph): string {
    const known = this.codes.get(glyph.id);
    if (known !== undefined) return known;
    const { subset, widths, unicode } = this.embedded;
    const place = subset.includeGlyph(glyph.id);
    widths[place] = glyph.natural;
    unicode[place] = [glyph.codePoint];
    const code = place.toString(16).padStart(4, '0');
    this.codes.set(glyph.id, code);
    return code;
  }

  /** Makes the face known to the page and returns its resource name. */
  use(page: PdfPage): string {
    page.fonts[this.name] ??= this.embedded.ref();
    return this.name;
  }
}

/** pdfkit turns each character c of a font's id into the tag letter c + 17; these give A to Z. */
export const subsetTags = (sha256: string): string =>
  [...sha256.slice(0, 12)]
    .map((digit) => '0123456789ABCDEF'[Number.parseInt(digit, 16)] ?? '0')
    .join('');
