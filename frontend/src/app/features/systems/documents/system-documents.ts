import type { BilingualText, CompilationPointId, DiagramMode } from '@liangxing/system-structure';

export type DocumentKind = 'diagram' | 'list' | 'statistics' | 'notes';

export interface ListColumn {
  readonly id: keyof ListRow | 'subsystem';
  readonly heading: string;
  readonly use: 'always' | 'usual' | 'optional';
  readonly isShown: boolean;
}

export interface ListRow {
  readonly systemCode: string;
  readonly number: string;
  readonly title: string;
  readonly issuedOn: string | null;
  readonly inForceOn: string | null;
  readonly department: string;
  readonly status: string;
  readonly level: string;
  readonly adopted: string;
  readonly replaces: string;
  readonly cited: string;
  readonly note: string;
}

export interface ListGroup {
  readonly code: string;
  readonly title: string;
  readonly rows: readonly ListRow[];
}

export interface StatisticsTable {
  readonly title: string;
  readonly rowHeading: string;
  readonly columns: readonly { readonly heading: string; readonly format: 'count' | 'share' }[];
  readonly rows: readonly {
    readonly label: string;
    readonly depth: 0 | 1;
    readonly isTotal: boolean;
    /** Counts; shares in hundredths of a per cent; null: no denominator. */
    readonly values: readonly (number | null)[];
  }[];
  readonly note: string;
}

export interface NotePoint {
  readonly id: CompilationPointId;
  readonly title: BilingualText;
  readonly text: string;
  /** What only a person can add. */
  readonly asks: readonly string[];
  readonly state: 'draft' | 'edited' | 'confirmed';
  readonly confirmed: { readonly by: string; readonly on: string } | null;
  /** Sentences whose figures are others by now, as they would be drafted today. */
  readonly outdated: readonly string[];
}

/** The documents of a system as they stand. */
export interface SystemDocuments {
  /** Of what people chose and wrote here, not of the system. */
  readonly version: number;
  readonly diagramMode: DiagramMode;
  readonly managementSystems: readonly string[];
  readonly columns: readonly ListColumn[];
  readonly list: readonly ListGroup[];
  readonly statistics: readonly StatisticsTable[];
  readonly notes: readonly NotePoint[];
}

export interface DocumentChanges {
  readonly diagramMode?: DiagramMode;
  /** null: the usual columns again. */
  readonly registerColumns?: readonly string[] | null;
  /** text null: the program's own draft again. */
  readonly notes?: readonly {
    readonly id: CompilationPointId;
    readonly text: string | null;
    readonly isConfirmed: boolean;
  }[];
}

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
