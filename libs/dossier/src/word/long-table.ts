import { Packer, type Document, type Table } from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { PlainRow, PlainTable } from '../system-documents/plain-tables';
import { wordTable } from './word-table';

/**
 * docx makes a hundred objects of every cell: a list of 10,000 standards would need more than a gigabyte. It builds one
 * row of each kind; the rows of the list are written as text after that model, exactly as docx would write them.
 */
export interface LongTable {
  /** With the model rows. */
  readonly table: Table;
  /** Text of a document with the rows in place of their models. */
  readonly fill: (xml: string) => string;
}

const DOCUMENT = 'word/document.xml';
const KINDS = ['section', 'body', 'total'] as const satisfies PlainRow['kind'][];

const mark = (kind: PlainRow['kind'], column: number): string => `\uE000${kind}${column}\uE001`;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);

/** What stands around the text of a cell. */
interface CellModel {
  /** From the end of the cell before it to its first paragraph. */
  readonly before: string;
  readonly paragraph: readonly [string, string];
}

interface RowModel {
  readonly cells: readonly CellModel[];
  readonly after: string;
}

function rowModel(row: string, kind: PlainRow['kind'], columns: number): RowModel {
  let end = 0;
  const cells = Array.from({ length: columns }, (_, column): CellModel => {
    const text = mark(kind, column);
    const at = row.indexOf(text);
    const from = row.lastIndexOf('<w:p>', at);
    const to = row.indexOf('</w:p>', at) + '</w:p>'.length;
    const before = row.slice(end, from);
    end = to;
    return { before, paragraph: [row.slice(from, at), row.slice(at + text.length, to)] };
  });
  return { cells, after: row.slice(end) };
}

function writtenRow({ cells, after }: RowModel, row: PlainRow): string {
  const written = cells.map(({ before, paragraph: [open, close] }, column) => {
    const lines = (row.cells[column] ?? '').split('\n');
    return before + lines.map((line) => open + escaped(line) + close).join('');
  });
  return written.join('') + after;
}

/** Like `wordTable`, for thousands of rows; `packWord` puts them into the file. */
export function longTable(plain: PlainTable, width: number): LongTable {
  const { columns, rows } = plain;
  const kinds = KINDS.filter((kind) => rows.some((row) => row.kind === kind));
  const cellsOf = (kind: PlainRow['kind']): number => (kind === 'section' ? 1 : columns.length);
  const models = kinds.map((kind) => ({
    kind,
    cells: Array.from({ length: cellsOf(kind) }, (_, column) => mark(kind, column)),
  }));
  const fill = (xml: string): string => {
    const found = kinds.map((kind) => {
      const at = xml.indexOf(mark(kind, 0));
      const from = xml.lastIndexOf('<w:tr>', at);
      const to = xml.indexOf('</w:tr>', at) + '</w:tr>'.length;
      return { kind, from, to, model: rowModel(xml.slice(from, to), kind, cellsOf(kind)) };
    });
    const [first, last] = [found[0], found.at(-1)];
    if (first === undefined || last === undefined) return xml;
    const modelOf = new Map(found.map(({ kind, model }) => [kind, model]));
    const written = rows.map((row) => {
      const model = modelOf.get(row.kind);
      return model === undefined ? '' : writtenRow(model, row);
    });
    return xml.slice(0, first.from) + written.join('') + xml.slice(last.to);
  };
  return { table: wordTable({ columns, rows: models }, width), fill };
}

/** The bytes of a Word file, with the rows of its long tables. */
export async function packWord(
  document: Document,
  tables: readonly LongTable[],
): Promise<Uint8Array> {
  const packed = new Uint8Array(await Packer.toBuffer(document));
  if (tables.length === 0) return packed;
  const files = unzipSync(packed);
  const xml = strFromU8(files[DOCUMENT] ?? new Uint8Array());
  const filled = tables.reduce((text, { fill }) => fill(text), xml);
  return zipSync({ ...files, [DOCUMENT]: strToU8(filled) });
}
