import type {
  ChangeDocumentsDto,
  CompilationPointDto,
  ListColumnDto,
  ListGroupDto,
  ListRowDto,
  SystemDocumentsDto,
} from '../../../core/api/generated/openapi';

export type DocumentKind = 'diagram' | 'list' | 'statistics' | 'notes';

/** The documents of a system as they stand; the version is that of what people chose and wrote here. */
export type SystemDocuments = SystemDocumentsDto;
export type DocumentChanges = ChangeDocumentsDto;
export type ListColumn = ListColumnDto;
export type ListRow = ListRowDto;
export type ListGroup = ListGroupDto;
export type NotePoint = CompilationPointDto;

/** A line of the 明细表 on the screen: the heading of a node, or a standard with its running number. */
export type ListLine =
  | {
      readonly kind: 'group';
      readonly code: string;
      readonly title: string;
      readonly count: number;
    }
  | {
      readonly kind: 'row';
      readonly number: number;
      readonly group: string;
      readonly row: ListRow;
    };

export function linesOf(groups: readonly ListGroup[]): readonly ListLine[] {
  let number = 0;
  return groups.flatMap(({ code, title, rows }): ListLine[] => [
    { kind: 'group', code, title, count: rows.length },
    ...rows.map((row): ListLine => {
      number += 1;
      return { kind: 'row', number, group: title, row };
    }),
  ]);
}

export function cellOf(column: ListColumn['id'], line: ListLine & { kind: 'row' }): string {
  return column === 'subsystem' ? line.group : (line.row[column] ?? '');
}

/** 8750 → `87.5`, the unit stands in the heading; blank where there is no denominator. */
export function figureText(value: number | null, format: 'count' | 'share'): string {
  if (value === null) return '';
  return format === 'share' ? (value / 100).toFixed(1) : String(value);
}
