import type {
  AddedContentDto,
  PreparedDraftDto,
  TemplateDto,
} from '../../core/api/generated/openapi';

type DraftKind = PreparedDraftDto['kind'];

/** Kinds whose content is typed as rows. */
export const ROW_KINDS = ['drafts', 'actions'] as const;
export type RowKind = (typeof ROW_KINDS)[number];
export const isRowKind = (kind: string): kind is RowKind => ROW_KINDS.some((one) => one === kind);

/**
 * Columns in the order in which they are typed and pasted; the first one has to be written. The number of the Word file of a
 * draft is neither typed nor pasted.
 */
export const COLUMNS = {
  drafts: ['title', 'kind', 'department', 'file'],
  actions: ['finding', 'cause', 'measure', 'effort'],
} as const satisfies Record<RowKind, readonly string[]>;

export type Column = (typeof COLUMNS)[RowKind][number];

/** In characters, as the server takes them. */
export const LONGEST: Readonly<Record<Column, number>> = {
  ...{ title: 200, kind: 20, department: 100, file: 10 },
  ...{ finding: 4000, cause: 4000, measure: 4000, effort: 7 },
};

/** Person-days. */
const MOST_EFFORT = 9_999;

/** Cells in the order of the columns. */
export type Row = readonly string[];

export const DRAFT_KINDS = ['technical', 'management', 'post'] as const satisfies DraftKind[];

export const emptyRow = (kind: RowKind): Row =>
  kind === 'drafts' ? ['', 'management', '', ''] : ['', '', '', ''];

/** The kind of a draft is chosen before anything is typed. */
const isBlank = (row: Row, kind: RowKind): boolean =>
  row.every((cell, at) => COLUMNS[kind][at] === 'kind' || cell.trim() === '');

/** Person-days; null where nothing is typed, NaN where no effort is. */
function effortOf(cell: string): number | null {
  const typed = cell.trim();
  if (typed === '') return null;
  const effort = /^\d+(\.\d+)?$/.test(typed) ? Number(typed) : Number.NaN;
  return effort <= MOST_EFFORT ? effort : Number.NaN;
}

/** A cell that cannot be saved as it is; rows count from 0. */
export interface WrongCell {
  readonly row: number;
  readonly column: Column;
}

/** What has to be mended before the rows are saved: a first column that is not written, an effort that is no number. */
export function wrongCells(kind: RowKind, rows: readonly Row[]): WrongCell[] {
  const [first] = COLUMNS[kind];
  return rows.flatMap((cells, row) => {
    const wrong: WrongCell[] = [];
    if (cells[0]?.trim() === '' && !isBlank(cells, kind)) wrong.push({ row, column: first });
    if (kind === 'actions' && Number.isNaN(effortOf(cells[3] ?? '')))
      wrong.push({ row, column: 'effort' });
    return wrong;
  });
}

/** Rows and cells as a table program copies them: a line each, tabs between; quoted cells may hold lines. */
export function pastedRows(text: string): Row[] {
  const rows: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r?\n|$)/y;
  while (cell.lastIndex <= text.length) {
    const [whole, quoted, plain = '', end] = cell.exec(text) ?? [];
    // A sign that stands alone ends nothing.
    if (whole === undefined) return text.split(/\r?\n/).map((line) => line.split('\t'));
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '') break;
    if (end !== '\t') rows.push([]);
  }
  return rows.filter((row) => row.some((one) => one.trim() !== ''));
}

/** A pasted row begins in a column; what is left stays as it is in an empty row. */
export function rowFrom(kind: RowKind, pasted: Row, column: number, before: Row): Row {
  return emptyRow(kind).map((empty, at) => {
    const value = pasted[at - column];
    if (value === undefined || COLUMNS[kind][at] === 'file') return before[at] ?? empty;
    if (COLUMNS[kind][at] !== 'kind') return value.trim();
    return DRAFT_KINDS.find((one) => KIND_WORDS[one].test(value)) ?? empty;
  });
}

const KIND_WORDS: Readonly<Record<DraftKind, RegExp>> = {
  technical: /技术|产品|technical/i,
  management: /管理|management/i,
  post: /岗位|工作|post/i,
};

export function rowsOf({ drafts, actions }: TemplateDto): Row[] {
  if (drafts)
    return drafts.map(({ title, kind, department, file }) => [
      ...[title, kind, department],
      file == null ? '' : String(file),
    ]);
  return (actions ?? []).map(({ finding, cause, measure, effort }) => [
    ...[finding, cause, measure],
    effort === null ? '' : String(effort),
  ]);
}

/**
 * What the rows say; blank ones say nothing. What is not shown of a draft stays as it was.
 * @param rows without wrong cells
 * @param before the content that the rows were made of
 */
export function contentOf(
  kind: RowKind,
  rows: readonly Row[],
  before: Pick<TemplateDto, 'drafts'> = {},
): Pick<AddedContentDto, RowKind> {
  const written = rows.filter((row) => !isBlank(row, kind));
  if (kind === 'actions')
    return {
      actions: written.map(([finding = '', cause = '', measure = '', effort = '']) => ({
        ...{ finding: finding.trim(), cause: cause.trim(), measure: measure.trim() },
        effort: effortOf(effort),
      })),
    };
  const known = new Map(before.drafts?.map((draft) => [draft.title, draft]));
  return {
    drafts: written.map(([title = '', typed = '', department = '', file = '']) => ({
      ...{ outlineId: '', englishTitle: '', node: '' },
      ...known.get(title.trim()),
      ...{ title: title.trim(), department: department.trim() },
      kind: DRAFT_KINDS.find((one) => one === typed) ?? 'management',
      file: file === '' ? null : Number(file),
    })),
  };
}
