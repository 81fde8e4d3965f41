/** How the cells of a workbook look, as far as it matters: number format and strike-through. */
import { cellFormatOf, type CellFormat } from './cell-format';
import type { SpreadsheetLimits } from './limits';
import { checkCount, type PackageParts } from './package-parts';
import { attributeOf, type XmlHandler } from './xml-scanner';

export interface CellStyle {
  readonly format: CellFormat;
  readonly isStruck: boolean;
}

/** Collects `fonts`, `numFmts` and `cellXfs` (ECMA-376 part 1, 18.8); differential formats have fonts of their own. */
class StyleReader implements XmlHandler {
  readonly styles: CellStyle[] = [];
  private readonly codes = new Map<number, string>();
  private readonly formats = new Map<number, CellFormat>();
  private readonly struckFonts = new Set<number>();
  private fonts = 0;
  private list: 'fonts' | 'cellXfs' | undefined;

  constructor(
    private readonly part: string,
    private readonly limit: number,
  ) {}

  open(tag: string, attributes: string): void {
    if (tag === 'fonts' || tag === 'cellXfs') this.list = tag;
    else if (tag === 'numFmt') this.openFormat(attributes);
    else if (this.list === 'fonts') this.openFontPart(tag, attributes);
    else if (this.list === 'cellXfs' && tag === 'xf') this.openStyle(attributes);
  }

  close(tag: string): void {
    if (tag === this.list) this.list = undefined;
  }

  text(): void {
    // Styles stand in attributes.
  }

  private openFormat(attributes: string): void {
    const code = attributeOf(attributes, 'formatCode') ?? '';
    this.codes.set(Number(attributeOf(attributes, 'numFmtId')), code);
    checkCount(this.codes.size, this.limit, this.part);
  }

  private openFontPart(tag: string, attributes: string): void {
    if (tag === 'font') this.fonts += 1;
    const isOn = !/^(0|false)$/.test(attributeOf(attributes, 'val') ?? '');
    if (tag === 'strike' && isOn) this.struckFonts.add(this.fonts - 1);
    checkCount(this.fonts, this.limit, this.part);
  }

  private openStyle(attributes: string): void {
    const id = Number(attributeOf(attributes, 'numFmtId') ?? 0);
    if (!this.formats.has(id)) this.formats.set(id, cellFormatOf(id, this.codes.get(id)));
    const isStruck = this.struckFonts.has(Number(attributeOf(attributes, 'fontId') ?? 0));
    this.styles.push({ format: this.formats.get(id), isStruck });
    checkCount(this.styles.length, this.limit, this.part);
  }
}

/** Styles by their number in the workbook. */
export async function readCellStyles(
  parts: PackageParts,
  part: string,
  limits: SpreadsheetLimits,
): Promise<readonly CellStyle[]> {
  const reader = new StyleReader(part, limits.styles);
  await parts.scan(part, reader);
  return reader.styles;
}
