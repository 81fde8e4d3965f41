/** Finds the head of a table and what its columns carry. A proposal: the person may map every column anew. */
import type { Sheet, SheetRow } from '@liangxing/spreadsheet';
import { judgeNumberColumn } from '@liangxing/standard-number';
import {
  headerKey,
  isNumberCell,
  otherTableOf,
  readDate,
  share,
  tornColumns,
  valuesOf,
  widthOf,
  type OtherTable,
} from '@liangxing/tables';
import {
  findHead,
  givenHead,
  headAboveNumbers,
  headTexts,
  mayBeHead,
  NOTHING,
  proposeByGroup,
  proposeByHead,
  settle,
  type Proposal,
} from './find-head';
import { classificationIn, mayBeClassification } from './recognise-classification';
import { AMBIGUOUS_HEADS, IGNORED_HEADS, type ImportField } from './import-fields';

export interface RecognisedColumn {
  /** From 0. */
  readonly index: number;
  readonly header: string;
  readonly field: ImportField | null;
  /** 0 … 1; 0 where nothing is proposed. */
  readonly confidence: number;
  readonly samples: readonly string[];
}

export interface RecognisedTable {
  /** Number of the (first) head row; 0: the table has none. */
  readonly headerRow: number;
  readonly headerRows: number;
  readonly columns: readonly RecognisedColumn[];
  /** What it is where neither heads nor content show numbers of standards; a person chooses the columns first. */
  readonly other: OtherTable | null;
}

const SAMPLES = 5;

const isSystemCode = (text: string): boolean =>
  /^[A-Za-z]{0,4}[\s.-]?\d{1,4}([.-]\d{1,4}){0,4}$/.test(text.trim());

/** What a column carries by its content: only where the content leaves little doubt. */
function proposeByContent(values: readonly string[], head: string): Proposal {
  const { share: numbers } = judgeNumberColumn(values);
  if (numbers >= 0.5) return { field: 'number', confidence: 0.6 * numbers };
  const isNamedCode = AMBIGUOUS_HEADS.has(headerKey(head));
  const codes = share(values, (value) => isSystemCode(value) && !/^\d+$/.test(value));
  if (isNamedCode && codes >= 0.5) return { field: 'systemCode', confidence: 0.6 };
  return NOTHING;
}

/** Words and content at odds: a 编号 that holds dates is no number. */
function checkByContent(proposal: Proposal, values: readonly string[]): Proposal {
  if (values.length < 3) return proposal;
  if (proposal.field === 'number' && share(values, isNumberCell) < 0.1) {
    if (share(values, (value) => /^\d{1,5}$/.test(value)) > 0.8) return NOTHING;
    return { ...proposal, confidence: Math.min(proposal.confidence, 0.5) };
  }
  const isDate = proposal.field !== null && /On$/.test(proposal.field);
  if (isDate && share(values, (value) => readDate(value).kind !== 'problem') < 0.2)
    return { ...proposal, confidence: 0.4 };
  return proposal;
}

/** Nothing is read from a table that shows no numbers; only what its heads say plainly stays proposed. */
function showsNumbers(
  proposals: readonly Proposal[],
  values: readonly (readonly string[])[],
): boolean {
  return proposals.some(
    ({ field }, index) =>
      field === 'number' ||
      field === 'id' ||
      (field === 'title' && judgeNumberColumn(values[index] ?? []).share >= 0.5),
  );
}

function proposalsOf(
  heads: readonly { readonly group: string; readonly head: string }[],
  body: readonly SheetRow[],
  values: readonly (readonly string[])[],
  isHeadless: boolean,
): Proposal[] {
  const proposals = heads.map(({ group, head }, index) => {
    const byHead = checkByContent(proposeByGroup(group, head), values[index] ?? []);
    const codes = mayBeClassification(group + head, byHead.field)
      ? classificationIn(values[index] ?? [])
      : undefined;
    if (codes !== undefined) return { field: codes, confidence: 0.6 };
    return byHead.field === null && !IGNORED_HEADS.has(headerKey(head))
      ? proposeByContent(values[index] ?? [], head)
      : byHead;
  });
  const settled = settle(proposals);
  const torn = settled.some(({ field, confidence }) => field === 'number' && confidence > 0.5)
    ? undefined
    : tornColumns(body, heads.length);
  const joined = torn
    ? settled.map((proposal, index): Proposal => {
        const field = torn.get(index);
        if (field !== undefined) return { field, confidence: 0.6 };
        return proposal.field === 'number' ? NOTHING : proposal;
      })
    : settled;
  return withTitle(joined, values, (index) => isHeadless || heads[index]?.head === '');
}

/** A sheet with a known or a found head → columns with proposals. `headerRow` forces a head, 0 means none. */
export function recogniseTable(sheet: Sheet, headerRow?: number): RecognisedTable {
  const { rows } = sheet;
  const width = widthOf(rows);
  const found =
    headerRow === undefined
      ? (findHead(rows, width) ?? headAboveNumbers(rows, width))
      : givenHead(rows, headerRow, width);
  const heads = found ? headTexts(rows, found.at, found.count, width) : headTexts([], 0, 1, width);
  const body = rows.slice(found ? found.at + found.count : 0);
  const values = heads.map((_, index) => valuesOf(body, index));
  // A table that we wrote ourselves is taken at its word.
  const isOwnExport = heads.some(({ head }) => proposeByHead(head).field === 'id');
  const proposals = isOwnExport
    ? settle(heads.map(({ head }) => proposeByHead(head)))
    : proposalsOf(heads, body, values, found === undefined);
  const other = showsNumbers(proposals, values) ? null : otherTableOf(sheet);
  const first = found === undefined && other !== null ? rows.find(mayBeHead) : undefined;
  // A person who chooses the columns wants to see their heads.
  if (first !== undefined && headerRow === undefined) return recogniseTable(sheet, first.number);
  const kept = proposals.map((proposal) =>
    other === null || proposal.confidence >= 0.9 ? proposal : NOTHING,
  );
  return {
    headerRow: found ? (rows[found.at]?.number ?? 0) : 0,
    headerRows: found?.count ?? 0,
    columns: heads.map(({ group, head }, index) => ({
      index,
      header: group !== '' && group !== head ? `${group} ${head}`.trim() : head,
      field: kept[index]?.field ?? null,
      confidence: kept[index]?.confidence ?? 0,
      samples: (values[index] ?? []).slice(0, SAMPLES).map((value) => value.slice(0, 80)),
    })),
    other,
  };
}

/** Of the columns without a head the longest Chinese one beside the numbers is the title. */
function withTitle(
  proposals: Proposal[],
  values: readonly (readonly string[])[],
  isHeadless: (index: number) => boolean,
): Proposal[] {
  if (proposals.some(({ field }) => field === 'title')) return proposals;
  const lengths = values.map((column, index) =>
    isHeadless(index) &&
    proposals[index]?.field === null &&
    share(column, (value) => /\p{Script=Han}{3}/u.test(value)) > 0.6
      ? column.reduce((sum, value) => sum + value.length, 0) / column.length
      : 0,
  );
  const longest = Math.max(0, ...lengths);
  if (longest === 0) return proposals;
  const at = lengths.indexOf(longest);
  return proposals.map((proposal, index) =>
    index === at ? { field: 'title', confidence: 0.5 } : proposal,
  );
}
