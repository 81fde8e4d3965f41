import { XmlScanner } from '@liangxing/spreadsheet/read';
import { WordFileError } from './word-file-error';

type Parts = ReadonlyMap<string, Buffer>;
type Attributes = Readonly<Record<string, string>>;

const TYPES = '[Content_Types].xml';
const MAIN = 'word/document.xml';
const RUNS_CODE = /macroEnabled|vbaProject|vbaData|activeX|^control$/i;
/** Another document that Word puts into the text when it opens the file; a formula or a drawing of another program is none. */
const HOLDS_TEXT = /(aF|alt)Chunk$/i;
/** What a Word file may name outside of itself. */
const OUTSIDE = new Set(['hyperlink', 'image']);
/** A template on the machine of who wrote it, which nearly every company's files name: a path of a drive, or a bare name. */
const OWN_TEMPLATE = /^(?:file:\/\/\/)?(?:[a-z]:[\\/][^:]*|[^\\/:]+)$/i;
const XML_TYPE = /[/+]xml$/i;
export const XML_NAME = /\.(xml|rels)$/i;

/**
 * What the parts are by what the file itself says of them, whatever their names are.
 * @returns bytes of all XML
 * @throws WordFileError word_file_has_macros, word_file_foreign; word_file_unreadable where another part is the text
 */
export function checkedParts(parts: Parts): number {
  for (const name of parts.keys()) if (/\.rels$/i.test(name)) checkRelations(name, parts);
  const typeOf = contentTypes(parts);
  let bytes = 0;
  for (const [name, { length }] of parts) {
    const type = typeOf(name);
    refuseKind(type, name);
    if (XML_NAME.test(name) || XML_TYPE.test(type)) bytes += length;
    if (/document\.main\+xml$/i.test(type) && name !== MAIN)
      throw new WordFileError('word_file_unreadable');
  }
  return bytes;
}

function checkRelations(name: string, parts: Parts): void {
  for (const { element, attributes } of elementsOf(parts, name, 'Relationships')) {
    if (element !== 'Relationship') continue;
    const kind = /[^/]*$/.exec(plain(attributes['Type']))?.[0] ?? '';
    refuseKind(kind, name);
    const isOutside = plain(attributes['TargetMode']).toLowerCase() === 'external';
    const isOwn = kind === 'attachedTemplate' && OWN_TEMPLATE.test(attributes['Target'] ?? '');
    if (isOutside && !isOwn && !OUTSIDE.has(kind)) throw foreign(kind, name);
  }
}

function refuseKind(kind: string, name: string): void {
  if (RUNS_CODE.test(kind)) throw new WordFileError('word_file_has_macros');
  if (HOLDS_TEXT.test(kind)) throw foreign(kind, name);
}

const foreign = (kind: string, name: string): WordFileError =>
  new WordFileError('word_file_foreign', { text: `${kind.slice(-40)} (${name.slice(-80)})` });

/** As the file tells it: by the name of the part, else by its extension; empty where it tells nothing. */
function contentTypes(parts: Parts): (name: string) => string {
  const types = new Map<string, string>();
  for (const { element, attributes } of elementsOf(parts, TYPES, 'Types')) {
    const type = plain(attributes['ContentType']);
    const key =
      element === 'Default' ? `.${attributes['Extension'] ?? ''}` : attributes['PartName'];
    if (key !== undefined) types.set(key.toLowerCase(), type);
  }
  return (name) => {
    const own = types.get(`/${name}`.toLowerCase());
    return own ?? types.get(/\.[^./]*$/.exec(name.toLowerCase())?.[0] ?? '') ?? '';
  };
}

/** No program writes references in what is compared here. */
function plain(value = ''): string {
  if (value.includes('&')) throw new WordFileError('word_file_unreadable');
  return value.trim();
}

const ATTRIBUTE = /([^\s=<>"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const OTHER_ENCODING = /^\ufeff?<\?xml[^>]*\sencoding\s*=\s*["'](?!utf-8["'])/i;

/** The elements of a part of which the first one is known, in UTF-8 alone. */
function elementsOf(
  parts: Parts,
  name: string,
  root: string,
): { readonly element: string; readonly attributes: Attributes }[] {
  const text = parts.get(name)?.toString('utf8') ?? '';
  const elements: { readonly element: string; readonly attributes: Attributes }[] = [];
  const scanner = new XmlScanner({
    open: (element, written) => {
      const pairs = [...written.matchAll(ATTRIBUTE)];
      const attributes = Object.fromEntries(pairs.map(([, key, one, two]) => [key, one ?? two]));
      elements.push({ element, attributes: attributes as Attributes });
    },
    close: () => undefined,
    text: () => undefined,
  });
  for (const piece of pieces(text)) scanner.write(piece);
  scanner.end();
  if (elements[0]?.element !== root || OTHER_ENCODING.test(text))
    throw new WordFileError('word_file_unreadable');
  return elements;
}

/** The scanner holds one piece and what is left of the one before. */
function* pieces(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += 65_536) yield text.slice(at, at + 65_536);
}
