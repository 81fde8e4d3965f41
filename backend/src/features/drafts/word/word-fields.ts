import {
  MOST_UNKNOWN_FIELDS,
  unfilledField,
  wordFieldNamed,
  type UnknownWordField,
  type WordField,
  type WordFieldValues,
  type WordPart,
} from '@liangxing/contracts';
import Docxtemplater, { type DXT } from 'docxtemplater';
import PizZip from 'pizzip';
import { WordFileError } from './word-file-error';

/** What in a Word file is to be filled in. */
export interface NamedFields {
  /** In the order in which they come. */
  readonly fields: readonly WordField[];
  readonly unknownFields: readonly UnknownWordField[];
}

type Parts = ReadonlyMap<string, Buffer>;

/** In characters. */
const LONGEST_TOLD = 40;

/**
 * The fields that a Word file names, wherever Word has split them over runs; in tables, headers, footers and notes too.
 * @throws WordFileError word_file_unreadable; word_field_unclosed where a field would reach into the next paragraph
 */
export function fieldsOfWord(parts: Parts): NamedFields {
  const found = compiled(parts, noValues);
  const named = found.flatMap(({ name, postparsed }) => namedIn(name, postparsed));
  const fields = new Set<WordField>();
  const unknown = new Map<string, UnknownWordField>();
  for (const one of named) {
    const field = wordFieldNamed(one.name);
    if (field !== undefined) fields.add(field);
    else unknown.set(`${one.part} ${one.name}`, one);
  }
  if (fields.size > 0) found.forEach(requireClosed);
  return {
    fields: [...fields],
    unknownFields: [...unknown.values()].slice(0, MOST_UNKNOWN_FIELDS),
  };
}

/** The file with what is known in its fields and `（待填：…）` in the others; the text of unknown names stays as it is. */
export function filledWord(parts: Parts, values: WordFieldValues): Uint8Array {
  const zip = zipOf(parts);
  documentOf(zip, (name) => {
    const field = wordFieldNamed(name);
    return field === undefined ? undefined : values[field] || unfilledField(field);
  }).render();
  return zip.generate({ type: 'uint8array', compression: 'DEFLATE' });
}

const noValues = (): undefined => undefined;

function zipOf(parts: Parts): PizZip {
  const zip = new PizZip();
  for (const [name, content] of parts) zip.file(name, content, { createFolders: false });
  return zip;
}

/** All that stands between the braces is a name: nothing in a file is a loop, a condition or XML of its own. */
const plainNames = () => ({
  name: 'PlainNames',
  optionsTransformer<Options>(
    options: Options,
    { modules }: { readonly modules: readonly DXT.Module[] },
  ): Options {
    const none = '\u0000';
    for (const module of modules) {
      if (module.name === 'LoopModule')
        module.prefix = { start: none, end: none, dash: /(?!)/, inverted: none };
      if (module.name === 'RawXmlModule') module.prefix = none;
    }
    return options;
  },
});

/** @param valueOf undefined: it stays as it is */
function documentOf(
  zip: PizZip,
  valueOf: (name: string) => string | undefined,
): Docxtemplater<PizZip> {
  try {
    return new Docxtemplater(zip, {
      delimiters: { start: '{{', end: '}}' },
      syntax: { allowUnopenedTag: true, allowUnclosedTag: true, changeDelimiterPrefix: null },
      modules: [plainNames()],
      errorLogging: false,
      stripInvalidXMLChars: true,
      parser: (name) => ({ get: () => valueOf(name) }),
      nullGetter: ({ value }: { readonly value?: string }) => `{{${value ?? ''}}}`,
    });
  } catch (error) {
    throw new WordFileError('word_file_unreadable', {}, error);
  }
}

/** What a part of the file is made of, as far as it matters here. */
interface Token {
  readonly type: string;
  readonly position?: string;
  readonly tag?: string;
  readonly value?: string;
  /** Of a brace pair: its place in all texts of the part, one after the other. */
  readonly offset?: number;
}

interface CompiledPart {
  readonly name: string;
  /** Tags and texts as they are written. */
  readonly xmllexed: readonly Token[];
  /** The same with brace pairs apart. */
  readonly lexed: readonly Token[];
  /** The same with what is between the braces as one name. */
  readonly postparsed: readonly Token[];
}

function compiled(parts: Parts, valueOf: () => undefined): CompiledPart[] {
  const document = documentOf(zipOf(parts), valueOf) as unknown as {
    readonly compiled: Readonly<Record<string, Omit<CompiledPart, 'name'>>>;
  };
  return Object.entries(document.compiled).map(([name, part]) => ({
    ...{ name, xmllexed: part.xmllexed, lexed: part.lexed, postparsed: part.postparsed },
  }));
}

/** Every name in braces, with the paragraph in which it stands. */
function namedIn(partName: string, tokens: readonly Token[]): UnknownWordField[] {
  const part = partOf(partName);
  const named: UnknownWordField[] = [];
  let names: string[] = [];
  let text = '';
  const tell = (): void => {
    const paragraph = shortened(text);
    named.push(...names.map((name) => ({ name, part, paragraph })));
    [names, text] = [[], ''];
  };
  for (const { type, position, tag, value = '' } of tokens) {
    if (type === 'tag' && tag === 'w:p') tell();
    if (type === 'content' && position === 'insidetag') text += unescaped(value);
    if (type !== 'placeholder') continue;
    const name = shortened(unescaped(value).trim());
    names.push(name);
    text += `{{${name}}}`;
  }
  tell();
  return named;
}

function partOf(name: string): WordPart {
  if (/header\d*\.xml$/.test(name)) return 'header';
  if (/footer\d*\.xml$/.test(name)) return 'footer';
  return /(foot|end)notes\.xml$/.test(name) ? 'notes' : 'body';
}

/** Braces that are paired stand in one paragraph: else the text between them would go with them, and the paragraphs' ends. */
function requireClosed({ xmllexed, lexed }: CompiledPart): void {
  const texts = paragraphTexts(xmllexed);
  let [at, from, start] = [0, 0, 0];
  for (const { type, position, offset = 0 } of lexed) {
    if (type !== 'delimiter') continue;
    // The last character of a pair, which may be split itself.
    const last = offset + 1;
    if (position === 'start') {
      for (; offset >= from + (texts[at]?.length ?? Infinity); at += 1)
        from += texts[at]?.length ?? 0;
      start = offset;
    } else if (last >= from + (texts[at]?.length ?? Infinity)) {
      const text = texts[at]?.slice(start - from) ?? '';
      throw new WordFileError('word_field_unclosed', { text: shortened(unescaped(text)) });
    }
  }
}

/** What is written between one border of paragraphs and the next, or in one property of the file. */
function paragraphTexts(tokens: readonly Token[]): string[] {
  const texts = [''];
  for (const { type, position, tag = '', value = '' } of tokens) {
    if (type === 'content' && position === 'insidetag') texts.push(`${texts.pop() ?? ''}${value}`);
    else if (type === 'tag' && (tag === 'w:p' || !/^[wam]:/.test(tag))) texts.push('');
  }
  return texts;
}

function shortened(text: string): string {
  const characters = Array.from(text);
  return characters.length <= LONGEST_TOLD
    ? text
    : `${characters.slice(0, LONGEST_TOLD - 1).join('')}…`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  ...{ lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" },
};

const unescaped = (xml: string): string =>
  xml.replace(/&(lt|gt|amp|quot|apos);/g, (whole, name: string) => ENTITIES[name] ?? whole);
