/** What the server says of a file beside its rows. `rowNumber` 0: of a sheet as a whole. */
export interface TableNote {
  readonly rowNumber: number;
  readonly kind: string;
  readonly text: string;
}

/** Kinds that speak of one row which is no entry. */
const PASSED_OVER: readonly string[] = ['header', 'subtotal', 'furniture', 'section'];

interface SortedNotes {
  readonly whole: readonly TableNote[];
  readonly rows: readonly TableNote[];
}

/** Notes about whole sheets first; rows passed over apart, for there may be many. */
export function sortedNotes(notes: readonly TableNote[]): SortedNotes {
  const isRow = ({ kind }: TableNote): boolean => PASSED_OVER.includes(kind);
  return { whole: notes.filter((note) => !isRow(note)), rows: notes.filter(isRow) };
}
