import type { Scheme } from '../scheme';
import { schemeProblems } from './check';
import { duplicateIdProblems } from './check-ids';
import type { CompleteDocument, PackDocument } from './document';
import { extendDocument, spreadOrigin, unknownRemovals } from './inherit';
import { locate, toIdPath, type IdPath, type Layers } from './layers';
import { normaliseScheme } from './normalise';
import { packFromData, parsePack, problemAt, type ParsedPack } from './parse';
import { SchemePackError, type ProblemCode, type ProblemText, type SchemeProblem } from './problem';
import { shapeProblems } from './schema-check';

/** A pack's file: its name (for messages) and its YAML text. */
export interface PackFile {
  readonly name: string;
  readonly text: string;
}

/** A pack that did not come from YAML, for instance built from the rows of a spreadsheet. */
export interface NamedDocument {
  readonly name: string;
  readonly document: unknown;
}

interface Library {
  readonly packs: ReadonlyMap<string, ParsedPack>;
}

const problem = (
  pack: ParsedPack,
  path: readonly (string | number)[],
  code: ProblemCode,
  message: ProblemText,
  mend: ProblemText,
) => problemAt(pack, path, code, message, mend);

const idOf = (pack: ParsedPack): string | undefined => {
  const data = pack.data;
  if (typeof data !== 'object' || data === null) return undefined;
  const id: unknown = (data as { id?: unknown }).id;
  return typeof id === 'string' ? id : undefined;
};

/** Packs by id; a file without a usable id or with another one's id is a problem. */
const library = (packs: readonly ParsedPack[]): Library => {
  const byId = new Map<string, ParsedPack>();
  const problems: SchemeProblem[] = [];
  for (const pack of packs) {
    const id = idOf(pack);
    const other = id === undefined ? undefined : byId.get(id);
    if (id === undefined) problems.push(...shapeProblems(pack.data, (path) => ({ pack, path })));
    else if (other)
      problems.push(
        problem(
          pack,
          ['id'],
          'duplicate_pack',
          {
            'zh-CN': `方案“${id}”已在 ${other.file} 中。`,
            en: `The pack "${id}" is already in ${other.file}.`,
          },
          {
            'zh-CN': '给其中一个改名，或删除一个文件。',
            en: 'Rename one of them or delete one file.',
          },
        ),
      );
    else byId.set(id, pack);
  }
  if (problems.length > 0) throw new SchemePackError(problems);
  return { packs: byId };
};

/** Checks one pack by itself; afterwards it may be read as a `PackDocument`. */
const checkedDocument = (pack: ParsedPack): PackDocument => {
  const problems = shapeProblems(pack.data, (path) => ({ pack, path }));
  if (problems.length === 0) problems.push(...duplicateIdProblems(pack));
  if (problems.length > 0) throw new SchemePackError(problems);
  return pack.data as PackDocument;
};

const missingParent = (pack: ParsedPack, wanted: string, known: readonly string[]): SchemeProblem =>
  problem(
    pack,
    ['extends'],
    'extends_unknown',
    {
      'zh-CN': `找不到被继承的方案“${wanted}”。`,
      en: `The parent pack "${wanted}" was not found.`,
    },
    {
      'zh-CN': `改为其中之一：${known.join('、')}；或把它的文件放到一起。`,
      en: `Use one of: ${known.join(', ')}; or put its file beside this one.`,
    },
  );

/** The pack and its ancestors, youngest first. */
const ancestry = (pack: ParsedPack, { packs }: Library): Layers => {
  const layers: [ParsedPack, ...ParsedPack[]] = [pack];
  let current = pack;
  for (;;) {
    const wanted = checkedDocument(current).extends;
    if (wanted === undefined) return layers;
    const [id = '', version] = wanted.split('@');
    const parent = packs.get(id);
    if (!parent) throw new SchemePackError([missingParent(current, id, [...packs.keys()])]);
    if (layers.includes(parent)) {
      const ring = [...layers, parent].map((layer) => idOf(layer)).join(' → ');
      throw new SchemePackError([
        problem(
          current,
          ['extends'],
          'extends_cycle',
          {
            'zh-CN': `方案互相继承成环：${ring}。`,
            en: `Packs extend each other in a ring: ${ring}.`,
          },
          { 'zh-CN': '去掉其中一个 extends。', en: 'Remove one of the extends.' },
        ),
      ]);
    }
    const found = checkedDocument(parent).version;
    if (version !== undefined && version !== found)
      throw new SchemePackError([
        problem(
          current,
          ['extends'],
          'extends_version',
          {
            'zh-CN': `要求版本 ${version}，现有的是 ${found}。`,
            en: `Version ${version} is wanted, ${found} is here.`,
          },
          {
            'zh-CN': '放入要求的版本，或核对差异后改 extends。',
            en: 'Supply that version, or review the differences and change extends.',
          },
        ),
      ]);
    layers.push(parent);
    current = parent;
  }
};

const removalProblems = (pack: ParsedPack, layers: Layers, parent: PackDocument): SchemeProblem[] =>
  unknownRemovals(parent, pack.data as PackDocument).map((way) => {
    const path: IdPath = way.map((step, index) => (index % 2 === 0 ? step : { id: step }));
    const place = locate(layers, path);
    const id = way.at(-1) ?? '';
    return problem(
      place.pack,
      place.path,
      'remove_unknown',
      { 'zh-CN': `上级方案没有“${id}”，无法删除。`, en: `The parent has no "${id}" to remove.` },
      { 'zh-CN': '核对编号，或去掉这一项。', en: 'Check the number, or drop this entry.' },
    );
  });

/** Lays the layers over each other, oldest first. */
const mergeLayers = (layers: Layers): PackDocument => {
  const oldestFirst = [...layers].reverse();
  const [oldest = layers[0], ...younger] = oldestFirst;
  return younger.reduce<PackDocument>(
    (parent, pack) => {
      const problems = removalProblems(pack, layers, parent);
      if (problems.length > 0) throw new SchemePackError(problems);
      return extendDocument(parent, spreadOrigin(pack.data as PackDocument));
    },
    spreadOrigin(oldest.data as PackDocument),
  );
};

/** Fills what may be left out of a whole pack. */
const complete = (document: PackDocument): CompleteDocument => {
  const filled = {
    terms: {},
    notes: [],
    sources: [],
    gates: [],
    ...document,
    sections: document.sections?.map((section) => ({ bonus: false, ...section })),
  };
  // The JSON Schema has checked the merged document: what it requires is there.
  return filled as unknown as CompleteDocument;
};

const inexact = (layers: Layers, path: IdPath, points: number): SchemeProblem => {
  const place = locate(layers, path);
  return problem(
    place.pack,
    place.path,
    'inexact_points',
    {
      'zh-CN': `分值 ${String(points)} 超过两位小数。`,
      en: `${String(points)} points have more than two decimals.`,
    },
    { 'zh-CN': '最多写两位小数，例如 0.25。', en: 'Write at most two decimals, for example 0.25.' },
  );
};

const schemeFromLayers = (layers: Layers): Scheme => {
  const merged = mergeLayers(layers);
  const problems = shapeProblems(merged, (path) => locate(layers, toIdPath(merged, path)));
  if (problems.length > 0) throw new SchemePackError(problems);
  const scheme = normaliseScheme(complete(merged), (path, points) => {
    problems.push(inexact(layers, path, points));
  });
  // Sums of refused numbers would only repeat the problem.
  if (problems.length === 0) problems.push(...schemeProblems(scheme, layers));
  if (problems.length > 0) throw new SchemePackError(problems);
  return scheme;
};

const parseAll = (files: readonly PackFile[]): ParsedPack[] => {
  const results = files.map((file) => parsePack(file.name, file.text));
  const problems = results.flatMap((result) => ('problems' in result ? result.problems : []));
  if (problems.length > 0) throw new SchemePackError(problems);
  return results.flatMap((result) => ('pack' in result ? [result.pack] : []));
};

/**
 * Loads one scheme from the texts of pack files.
 * @param files the pack and the packs it extends, in any order; others may be among them
 * @param id the pack's `id`; may be left out where there is only one file
 * @throws SchemePackError with every problem that was found
 */
export const loadScheme = (files: readonly PackFile[], id?: string): Scheme => {
  const known = library(parseAll(files));
  const [only] = known.packs.keys();
  const wanted = id ?? (known.packs.size === 1 ? only : undefined) ?? '';
  const pack = known.packs.get(wanted);
  if (pack) return schemeFromLayers(ancestry(pack, known));
  const names = [...known.packs.keys()];
  throw new SchemePackError([
    {
      code: 'unknown_pack',
      file: files.map((file) => file.name).join(', ') || '-',
      path: '',
      message: { 'zh-CN': `没有方案“${wanted}”。`, en: `There is no pack "${wanted}".` },
      mend: { 'zh-CN': `现有：${names.join('、')}。`, en: `There are: ${names.join(', ')}.` },
    },
  ]);
};

/**
 * Loads every pack among the files, in their order.
 * @throws SchemePackError with the problems of all of them
 */
export const loadSchemes = (files: readonly PackFile[]): readonly Scheme[] => {
  const known = library(parseAll(files));
  const problems: SchemeProblem[] = [];
  const schemes = [...known.packs.values()].flatMap((pack) => {
    try {
      return [schemeFromLayers(ancestry(pack, known))];
    } catch (error) {
      if (!(error instanceof SchemePackError)) throw error;
      problems.push(...error.problems);
      return [];
    }
  });
  if (problems.length > 0) throw new SchemePackError(problems);
  return schemes;
};

/**
 * A scheme from data instead of text (rows of a spreadsheet, JSON from a database).
 * @param parents packs that it may extend
 * @throws SchemePackError; its problems carry no line, for there is no text
 */
export const schemeFromDocument = (
  document: NamedDocument,
  parents: readonly NamedDocument[] = [],
): Scheme => {
  const pack = packFromData(document.name, document.document);
  const packs = parents.map((parent) => packFromData(parent.name, parent.document));
  return schemeFromLayers(ancestry(pack, library([pack, ...packs])));
};
