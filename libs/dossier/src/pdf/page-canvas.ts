import { isDigit } from '../text/character-classes';
import type { FaceName, Glyph } from '../text/faces';
import { isGap } from '../text/line-breaking';
import type { SetLine } from '../text/text-layout';
import type { FaceEncoder } from './face-encoder';
import type { PdfPage } from './pdf-document';

/** Colours as PDF operands, dark to light; the dossier is printed in black and one blue. */
export const ink = {
  black: '0.1 0.1 0.1',
  grey: '0.42 0.42 0.42',
  rule: '0.45 0.45 0.45',
  hair: '0.78 0.78 0.78',
  tint: '0.945 0.955 0.97',
  accent: '0.12 0.27 0.48',
  accentLight: '0.62 0.72 0.84',
  warning: '0.62 0.16 0.12',
  white: '1 1 1',
} as const;
export type Ink = (typeof ink)[keyof typeof ink];

/** A coordinate to a hundredth of a point. */
const point = (value: number): string => String(Math.round(value * 100) / 100);

export type Encoders = Readonly<Record<FaceName, FaceEncoder>>;

/**
 * Collects the operators of one page. Origin top left, y downwards, as pdfkit sets up a page;
 * text is turned upright again by its own matrix.
 */
export class PageCanvas {
  private readonly operators: string[] = [];

  constructor(
    private readonly page: PdfPage,
    private readonly encoders: Encoders,
  ) {}

  get isEmpty(): boolean {
    return this.operators.length === 0;
  }

  raw(operator: string): void {
    this.operators.push(operator);
  }

  /** Draws a set line with its baseline at `y`; `stretch` widens each gap (thousandths of the em). */
  line(set: SetLine, x: number, y: number, stretch = 0, colour: Ink = ink.black): void {
    const { line, shaped, style } = set;
    if (line.to <= line.from) return;
    const size = point(style.size);
    this.operators.push(`BT ${colour} rg 1 0 0 -1 ${point(x + set.indent)} ${point(y)} Tm`);
    let face: FaceName | null = null;
    let run: string[] = [];
    const flush = (): void => {
      if (run.length > 0 && face) {
        this.operators.push(
          `/${this.encoders[face].use(this.page)} ${size} Tf [${run.join(' ')}] TJ`,
        );
      }
      run = [];
    };
    for (let index = line.from; index < line.to; index += 1) {
      const glyph = shaped.glyphs[index];
      if (!glyph) continue;
      if (glyph.face !== face) {
        flush();
        face = glyph.face;
      }
      const extra = stretch > 0 && isGap(shaped, index, line.to) ? stretch : 0;
      this.glyph(run, glyph, (shaped.advances[index] ?? 0) + extra);
    }
    flush();
    this.operators.push('ET');
  }

  /** Appends one glyph to a TJ array; what its advance differs from the natural one becomes a number. */
  private glyph(run: string[], glyph: Glyph, advance: number): void {
    const difference = Math.round(advance - glyph.natural);
    const code = this.encoders[glyph.face].code(glyph);
    if (difference === 0) {
      const last = run.length - 1;
      const previous = run[last];
      if (previous?.endsWith('>')) run[last] = `${previous.slice(0, -1)}${code}>`;
      else run.push(`<${code}>`);
      return;
    }
    // A narrow digit stands in the middle of its tabular place.
    const before = isDigit(glyph.codePoint) && Math.abs(difference) < 100 ? difference / 2 : 0;
    if (before !== 0) run.push(String(-Math.round(before)));
    run.push(`<${code}>`, String(-(difference - Math.round(before))));
  }

  rule(
    fromX: number,
    fromY: number,
    toX: number,
    toY: number,
    width = 0.5,
    colour: Ink = ink.rule,
  ): void {
    this.operators.push(
      `${colour} RG ${point(width)} w ${point(fromX)} ${point(fromY)} m ${point(toX)} ${point(toY)} l S`,
    );
  }

  box(
    x: number,
    y: number,
    width: number,
    height: number,
    line = 0.5,
    colour: Ink = ink.rule,
  ): void {
    this.operators.push(
      `${colour} RG ${point(line)} w ${point(x)} ${point(y)} ${point(width)} ${point(height)} re S`,
    );
  }

  fill(x: number, y: number, width: number, height: number, colour: Ink): void {
    this.operators.push(
      `${colour} rg ${point(x)} ${point(y)} ${point(width)} ${point(height)} re f`,
    );
  }

  /** A closed or open path through points; `paint`: S stroke, s close and stroke, b close, fill and stroke, f fill. */
  path(
    points: readonly (readonly [number, number])[],
    paint: 'S' | 's' | 'b' | 'f',
    options: { line?: number; stroke?: Ink; fill?: Ink; dash?: string } = {},
  ): void {
    const segments = points.map(
      ([x, y], index) => `${point(x)} ${point(y)} ${index === 0 ? 'm' : 'l'}`,
    );
    const dash = options.dash ? `[${options.dash}] 0 d ` : '';
    this.operators.push(
      `q ${dash}${options.stroke ?? ink.rule} RG ${options.fill ?? ink.white} rg ` +
        `${point(options.line ?? 0.5)} w ${segments.join(' ')} ${paint} Q`,
    );
  }

  /** Everything drawn here is decoration: readers and text extraction pass over it. */
  artifact(draw: () => void, type = ''): void {
    this.operators.push(type ? `/Artifact <</Type /${type}>> BDC` : '/Artifact BMC');
    draw();
    this.operators.push('EMC');
  }

  /** Hands over the page's operators as bytes and forgets them. */
  takeBytes(): Uint8Array {
    const bytes = Buffer.from(this.operators.join('\n') + '\n', 'latin1');
    this.operators.length = 0;
    return bytes;
  }
}
