import {
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Document,
  type Node,
} from 'yaml';

import type { ProblemCode, ProblemText, SchemeProblem } from './problem';

/** A pack that large was not written by people; refuse it before it costs time. */
const MAX_TEXT = 4_000_000;

/** Keys and list positions from the top of a document: `['sections', 0, 'points']`. */
export type RawPath = readonly (string | number)[];

/** A document together with the way to say where a part of it stands in the text. */
export interface ParsedPack {
  readonly file: string;
  readonly data: unknown;
  readonly place: (path: RawPath) => { readonly line?: number; readonly column?: number };
}

/** JSON pointer of a path (RFC 6901). */
export const pointer = (path: RawPath): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** A problem of a parsed pack, with line and column where they are known. */
export const problemAt = (
  pack: ParsedPack,
  path: RawPath,
  code: ProblemCode,
  message: ProblemText,
  mend: ProblemText,
): SchemeProblem => ({
  code,
  file: pack.file,
  path: pointer(path),
  ...pack.place(path),
  message,
  mend,
});

const nodeAt = (document: Document, path: RawPath): Node | undefined => {
  let node: unknown = document.contents;
  for (const part of path) {
    if (isMap(node)) {
      const pair = node.items.find(
        (entry) => isScalar(entry.key) && String(entry.key.value) === part,
      );
      node = pair && isPair(pair) ? (pair.value ?? pair.key) : undefined;
    } else if (isSeq(node) && typeof part === 'number') node = node.items[part];
    else return undefined;
  }
  return node as Node | undefined;
};

const placer =
  (document: Document, lines: LineCounter): ParsedPack['place'] =>
  (path) => {
    // A part that is absent has no place of its own: point at the nearest part around it.
    for (let length = path.length; length >= 0; length--) {
      const start = nodeAt(document, path.slice(0, length))?.range?.[0];
      if (start === undefined) continue;
      const { line, col } = lines.linePos(start);
      return { line, column: col };
    }
    return {};
  };

const tooLarge = (file: string): SchemeProblem => ({
  code: 'too_large',
  file,
  path: '',
  message: { 'zh-CN': '文件太大或嵌套太深。', en: 'The file is too large or nested too deeply.' },
  mend: {
    'zh-CN': '方案文件应小于 4 MB，结构为 部分—子体系—项目—规则 四层。',
    en: 'A pack is smaller than 4 MB and has four levels: section, group, item, rule.',
  },
});

const syntaxProblem = (
  file: string,
  error: { code: string; message: string; pos: readonly number[] },
  lines: LineCounter,
): SchemeProblem => {
  const { line, col } = lines.linePos(error.pos[0] ?? 0);
  const isDuplicate = error.code === 'DUPLICATE_KEY';
  const reason = error.message.split('\n')[0] ?? error.message;
  return {
    code: isDuplicate ? 'duplicate_key' : 'syntax',
    file,
    path: '',
    line,
    column: col,
    message: isDuplicate
      ? { 'zh-CN': '同一处有重复的键。', en: 'The same key stands twice in one place.' }
      : { 'zh-CN': `YAML 语法错误：${reason}`, en: `YAML syntax error: ${reason}` },
    mend: isDuplicate
      ? { 'zh-CN': '删除其中一个，或改正键名。', en: 'Delete one of them or correct its name.' }
      : {
          'zh-CN': '检查该行的缩进、引号和冒号后的空格。',
          en: 'Check the indentation, the quotes and the blank after the colon on that line.',
        },
  };
};

/**
 * YAML text → data and places. Never throws.
 * @returns problems instead where the text is not one plain YAML document
 */
export const parsePack = (
  file: string,
  text: string,
): { pack: ParsedPack } | { problems: SchemeProblem[] } => {
  if (text.length > MAX_TEXT) return { problems: [tooLarge(file)] };
  const lines = new LineCounter();
  try {
    const document = parseDocument(text, {
      lineCounter: lines,
      uniqueKeys: true,
      prettyErrors: false,
    });
    if (document.errors.length > 0)
      return { problems: document.errors.map((error) => syntaxProblem(file, error, lines)) };
    return {
      pack: { file, data: document.toJS({ maxAliasCount: 50 }), place: placer(document, lines) },
    };
  } catch (error) {
    // Deep nesting overflows the parser's stack; alias bombs raise a ReferenceError.
    if (error instanceof RangeError || error instanceof ReferenceError)
      return { problems: [tooLarge(file)] };
    throw error;
  }
};

/** Data that did not come from text (rows of a spreadsheet): places are not known. */
export const packFromData = (file: string, data: unknown): ParsedPack => ({
  file,
  data,
  place: () => ({}),
});
