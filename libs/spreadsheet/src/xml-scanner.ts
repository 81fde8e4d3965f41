/**
 * Reads the XML of workbook parts while it streams in: tags and text, nothing else. No document type, no entities
 * but the five of XML and character references, so nothing can expand, nothing outside is fetched.
 */
import { SpreadsheetProblem } from './spreadsheet-problem';

export interface XmlHandler {
  /** `name` without prefix; `attributes` as written, read with `attributeOf`. */
  open(name: string, attributes: string): void;
  close(name: string): void;
  text(text: string): void;
}

const NAMED: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
};
/** Longest text, tag or comment held while waiting for its end. */
const LONGEST_TOKEN = 262_144;

function referenceOf(body: string): string {
  const named = NAMED[body];
  if (named !== undefined) return named;
  const match = /^#(?:x([0-9a-fA-F]{1,6})|(\d{1,7}))$/.exec(body);
  const code = match ? parseInt(match[1] ?? match[2] ?? '', match[1] ? 16 : 10) : -1;
  if (code < 1 || code > 0x10ffff)
    throw new SpreadsheetProblem('spreadsheet_unsafe_xml', { found: 'entity' });
  return String.fromCodePoint(code);
}

/** Text with its references replaced; an entity of the file's own is refused. */
function decodeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&([^;&]{0,12})(;?)/g, (_, body: string, end: string) => {
    if (!end) throw new SpreadsheetProblem('spreadsheet_unsafe_xml', { found: 'entity' });
    return referenceOf(body);
  });
}

/** Value of an attribute, by its name without prefix. Made for `name="value"`, as every program writes it. */
export function attributeOf(attributes: string, name: string): string | undefined {
  let at = attributes.indexOf(name);
  while (at >= 0) {
    const before = attributes.charCodeAt(at - 1);
    const isStart =
      before === 0x20 || before === 0x3a || before === 0x0a || before === 0x0d || before === 0x09;
    let next = at + name.length;
    while (attributes.charCodeAt(next) === 0x20) next += 1;
    if (isStart && attributes.charCodeAt(next) === 0x3d) {
      next += 1;
      while (attributes.charCodeAt(next) === 0x20) next += 1;
      const end = attributes.indexOf(attributes.charAt(next), next + 1);
      return end < 0 ? undefined : decodeXml(attributes.slice(next + 1, end));
    }
    at = attributes.indexOf(name, at + name.length);
  }
  return undefined;
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/** End of the tag that starts at `from`: the first `>` outside quotes, -1 while incomplete. One pass. */
function endOfTag(source: string, from: number): number {
  let quote = 0;
  for (let at = from; at < source.length; at += 1) {
    const code = source.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 0x3e) return at;
    else if (code === 0x22 || code === 0x27) quote = code;
  }
  return -1;
}

/** Push scanner: `write` pieces as they come, `end` once. Pieces may break anywhere. */
export class XmlScanner {
  private rest = '';
  private depth = 0;

  constructor(private readonly handler: XmlHandler) {}

  write(piece: string): void {
    const source = this.rest === '' ? piece : this.rest + piece;
    this.rest = source.slice(this.consume(source));
    if (this.rest.length > LONGEST_TOKEN)
      throw new SpreadsheetProblem('spreadsheet_damaged', { part: 'XML' });
  }

  end(): void {
    if (this.rest.trim() !== '' || this.depth !== 0)
      throw new SpreadsheetProblem('spreadsheet_damaged', { part: 'XML' });
  }

  /** Handles every complete token; answers where the incomplete one begins. */
  private consume(source: string): number {
    let at = 0;
    for (;;) {
      const open = source.indexOf('<', at);
      if (open < 0) return at;
      if (open > at) this.handler.text(decodeXml(source.slice(at, open)));
      const next = source.charCodeAt(open + 1);
      const end =
        next === 0x21 || next === 0x3f ? this.special(source, open) : this.tag(source, open);
      if (end < 0) return open;
      at = end;
    }
  }

  /** `<!…>` and `<?…?>`. */
  private special(source: string, open: number): number {
    const [opening, closing] = source.startsWith('<!--', open)
      ? ['<!--', '-->']
      : source.startsWith('<![CDATA[', open)
        ? ['<![CDATA[', ']]>']
        : ['<?', '?>'];
    if (opening === '<?' && source.charAt(open + 1) === '!') {
      if (source.length - open < 9) return -1;
      throw new SpreadsheetProblem('spreadsheet_unsafe_xml', { found: 'DOCTYPE' });
    }
    const end = source.indexOf(closing, open + opening.length);
    if (end < 0) return -1;
    if (opening === '<![CDATA[') this.handler.text(source.slice(open + 9, end));
    return end + closing.length;
  }

  private tag(source: string, open: number): number {
    const end = endOfTag(source, open + 1);
    if (end < 0) return -1;
    if (source.charCodeAt(open + 1) === 0x2f) {
      this.depth -= 1;
      this.handler.close(localName(source.slice(open + 2, end).trim()));
      return end + 1;
    }
    const isEmpty = source.charCodeAt(end - 1) === 0x2f;
    const body = source.slice(open + 1, isEmpty ? end - 1 : end);
    const blank = body.search(/\s/);
    const name = localName(blank < 0 ? body : body.slice(0, blank));
    this.depth += isEmpty ? 0 : 1;
    this.handler.open(name, blank < 0 ? '' : body.slice(blank));
    if (isEmpty) this.handler.close(name);
    return end + 1;
  }
}
