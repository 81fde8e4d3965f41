/** The small parts of a workbook: which sheets there are, its formats and its shared texts. */
import { wholeText } from '@liangxing/contracts';
import { readCellStyles, type CellStyle } from './cell-styles';
import { checkCount, type PackageParts } from './package-parts';
import type { SpreadsheetLimits } from './limits';
import { SpreadsheetProblem } from './spreadsheet-problem';
import { attributeOf } from './xml-scanner';

interface SheetPart {
  readonly name: string;
  readonly part: string;
  readonly isHidden: boolean;
}

interface WorkbookIndex {
  readonly is1904: boolean;
  readonly sheets: readonly SheetPart[];
}

/** Excel and WPS allow 31. */
const LONGEST_NAME = 100;
const ignore = (): undefined => undefined;

/** `../x`, `/xl/x` and `x` as they stand in relationships, from the folder of the workbook. */
function resolvePart(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const path: string[] = folder === '' ? [] : folder.split('/');
  for (const step of target.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.') path.push(step);
  }
  return path.join('/');
}

async function readRelationships(
  parts: PackageParts,
  name: string,
  limits: SpreadsheetLimits,
): Promise<Map<string, { type: string; target: string }>> {
  const relations = new Map<string, { type: string; target: string }>();
  if (!parts.has(name)) return relations;
  await parts.scan(name, {
    open: (tag, attributes) => {
      if (tag !== 'Relationship') return;
      const id = attributeOf(attributes, 'Id') ?? '';
      const type = attributeOf(attributes, 'Type')?.split('/').pop() ?? '';
      relations.set(id, { type, target: attributeOf(attributes, 'Target') ?? '' });
      checkCount(relations.size, limits.parts, name);
    },
    close: ignore,
    text: ignore,
  });
  return relations;
}

const FOREIGN_PACKAGES: readonly (readonly [string, RegExp])[] = [
  ['.docx (Word)', /^word\//],
  ['.pptx (PowerPoint)', /^ppt\//],
  ['.xlsb', /^xl\/workbook\.bin$/],
  ['.numbers (Apple)', /\.iwa$/],
];

/** Where the workbook stands; other packages with the same ending are named. */
async function workbookPartOf(parts: PackageParts, limits: SpreadsheetLimits): Promise<string> {
  const relations = await readRelationships(parts, '_rels/.rels', limits);
  const main = [...relations.values()].find(({ type }) => type === 'officeDocument');
  const part = main ? resolvePart('', main.target) : 'xl/workbook.xml';
  if (parts.has(part) && !part.endsWith('.bin') && part.startsWith('xl/')) return part;
  const names = parts.names();
  const kind = FOREIGN_PACKAGES.find(([, pattern]) => names.some((name) => pattern.test(name)));
  throw new SpreadsheetProblem('spreadsheet_wrong_type', { found: kind?.[0] ?? 'zip' });
}

export interface Workbook {
  readonly index: WorkbookIndex;
  readonly styles: readonly CellStyle[];
  readonly texts: readonly string[];
}

/** Everything but the sheets. */
export async function readWorkbook(
  parts: PackageParts,
  limits: SpreadsheetLimits,
): Promise<Workbook> {
  const part = await workbookPartOf(parts, limits);
  const folder = part.includes('/') ? part.slice(0, part.lastIndexOf('/')) : '';
  const file = part.slice(part.lastIndexOf('/') + 1);
  const relations = await readRelationships(parts, `${folder}/_rels/${file}.rels`, limits);
  const partOf = (type: string): string | undefined => {
    const relation = [...relations.values()].find((candidate) => candidate.type === type);
    return relation && resolvePart(folder, relation.target);
  };
  const sheetPartOf = (id: string): string | undefined => {
    const relation = relations.get(id);
    return relation?.type === 'worksheet' ? resolvePart(folder, relation.target) : undefined;
  };
  const index = await readIndex(parts, part, sheetPartOf, limits);
  const styles = partOf('styles');
  const shared = partOf('sharedStrings');
  return {
    index,
    styles: styles && parts.has(styles) ? await readCellStyles(parts, styles, limits) : [],
    texts: shared && parts.has(shared) ? await readSharedTexts(parts, shared, limits) : [],
  };
}

async function readIndex(
  parts: PackageParts,
  part: string,
  sheetPartOf: (relationId: string) => string | undefined,
  limits: SpreadsheetLimits,
): Promise<WorkbookIndex> {
  let is1904 = false;
  const sheets: SheetPart[] = [];
  await parts.scan(part, {
    open: (tag, attributes) => {
      if (tag === 'workbookPr')
        is1904 = /^(1|true)$/.test(attributeOf(attributes, 'date1904') ?? '');
      if (tag !== 'sheet') return;
      const sheetPart = sheetPartOf(attributeOf(attributes, 'id') ?? '');
      const written = wholeText((attributeOf(attributes, 'name') ?? '').slice(0, LONGEST_NAME));
      const name = written === '' ? `Sheet${sheets.length + 1}` : written;
      const isHidden = /hidden/i.test(attributeOf(attributes, 'state') ?? '');
      if (sheetPart !== undefined && parts.has(sheetPart))
        sheets.push({ name, part: sheetPart, isHidden });
      if (sheets.length > limits.sheets)
        throw new SpreadsheetProblem('spreadsheet_too_many_sheets', { limit: limits.sheets });
    },
    close: ignore,
    text: ignore,
  });
  return { is1904, sheets };
}

/** `_x000D_` stands for a character that XML cannot carry (ECMA-376 part 1, 22.9.2.19). */
export function unescapeCellText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(parseInt(code, 16)),
  );
}

/** A text without halves of characters; one that is all blanks is none. */
export function tidyText(text: string): string {
  return text.trim() === '' ? '' : wholeText(text);
}

async function readSharedTexts(
  parts: PackageParts,
  part: string,
  limits: SpreadsheetLimits,
): Promise<string[]> {
  const texts: string[] = [];
  let characters = 0;
  let current = '';
  let isText = false;
  let phonetic = 0;
  await parts.scan(part, {
    open: (tag) => {
      if (tag === 'si') current = '';
      else if (tag === 'rPh') phonetic += 1;
      else if (tag === 't') isText = phonetic === 0;
    },
    close: (tag) => {
      if (tag === 't') isText = false;
      else if (tag === 'rPh') phonetic -= 1;
      else if (tag === 'si') {
        if (texts.length >= limits.cells)
          throw new SpreadsheetProblem('spreadsheet_inflates_too_large', { part });
        texts.push(tidyText(unescapeCellText(current)));
      }
    },
    text: (text) => {
      if (!isText) return;
      characters += text.length;
      // Twice: texts of deleted cells may still stand here.
      if (characters > limits.characters * 2)
        throw new SpreadsheetProblem('spreadsheet_inflates_too_large', { part });
      current += text;
    },
  });
  return texts;
}
