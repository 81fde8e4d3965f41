import type { Font } from 'fontkit';
import type { DossierFonts } from '../pdf/fonts';
import { characterClass, type CharacterClass } from './character-classes';

export type FaceName = 'song' | 'hei';

/** One character in one face. Advances are in thousandths of the em. */
export interface Glyph {
  readonly codePoint: number;
  readonly face: FaceName;
  readonly id: number;
  /** Advance that the font itself gives. */
  readonly natural: number;
  readonly characterClass: CharacterClass;
}

/** 〓, the mark Chinese compositors set where a character is missing. */
const GETA = 0x3013;

type GlyphTable = Map<number, Glyph | null>;

/** Metrics stay with the shared font object, so a second dossier finds them ready. */
const tables = new WeakMap<Font, GlyphTable>();

const tableOf = (font: Font): GlyphTable => {
  const known = tables.get(font);
  if (known) return known;
  const table: GlyphTable = new Map();
  tables.set(font, table);
  return table;
};

const readGlyph = (font: Font, face: FaceName, codePoint: number): Glyph | null => {
  if (!font.hasGlyphForCodePoint(codePoint)) return null;
  const glyph = font.glyphForCodePoint(codePoint);
  return {
    codePoint,
    face,
    id: glyph.id,
    natural: (glyph.advanceWidth * 1000) / font.unitsPerEm,
    characterClass: characterClass(codePoint),
  };
};

/** Finds the glyph for a character: the wanted face, else the other one, else 〓, noted as missing. */
export class Faces {
  private readonly song: GlyphTable;
  private readonly hei: GlyphTable;
  /** Characters that neither face has. */
  readonly missing = new Set<number>();

  constructor(private readonly fonts: DossierFonts) {
    this.song = tableOf(fonts.song);
    this.hei = tableOf(fonts.hei);
  }

  glyph(codePoint: number, face: FaceName): Glyph {
    const own = this.lookUp(codePoint, face);
    if (own) return own;
    const other = this.lookUp(codePoint, face === 'song' ? 'hei' : 'song');
    if (other) return other;
    this.missing.add(codePoint);
    const geta = this.lookUp(GETA, face);
    if (!geta) throw new Error('The dossier faces lack U+3013; use the Noto faces of fontFiles.');
    return geta;
  }

  private lookUp(codePoint: number, face: FaceName): Glyph | null {
    const table = face === 'song' ? this.song : this.hei;
    const known = table.get(codePoint);
    if (known !== undefined) return known;
    const read = readGlyph(this.fonts[face], face, codePoint);
    table.set(codePoint, read);
    return read;
  }
}
