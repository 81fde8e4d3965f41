/** What each row would do to the register. Pure: the preview and the commit plan alike. */
import { deriveFacts, type StandardFacts } from '../../register/derive-facts';
import { RECORD_FIELDS, type StandardRecord } from '../../register/standard-record';
import type { ReadRow } from './read-rows';
import type { RowProblem } from './row-reading';

export const DUPLICATE_POLICIES = ['skip', 'update', 'insert'] as const;
export type DuplicatePolicy = (typeof DUPLICATE_POLICIES)[number];
export type RowAction = 'insert' | 'update' | 'skip' | 'unchanged' | 'error';

export interface RegisteredStandard {
  readonly id: string;
  readonly version: number;
  readonly identityKey: string;
  readonly record: StandardRecord;
}

export interface PlannedRow {
  readonly row: ReadRow;
  readonly action: RowAction;
  /** The standard of the register that the row means. */
  readonly target: RegisteredStandard | null;
  /** What would be stored. */
  readonly record: StandardRecord;
  readonly facts: StandardFacts;
  readonly isDuplicate: boolean;
  readonly problems: readonly RowProblem[];
}

type Resolved = Pick<PlannedRow, 'action' | 'target' | 'record' | 'isDuplicate'> & {
  readonly extra: readonly RowProblem[];
};

/** The register by what rows are compared with; each standard is taken once. */
class RegisterIndex {
  private readonly byId = new Map<string, RegisteredStandard>();
  private readonly byKey = new Map<string, RegisteredStandard[]>();
  private readonly taken = new Set<string>();

  constructor(standards: readonly RegisteredStandard[]) {
    for (const standard of standards) {
      this.byId.set(standard.id, standard);
      const same = this.byKey.get(standard.identityKey);
      if (same) same.push(standard);
      else this.byKey.set(standard.identityKey, [standard]);
    }
  }

  /** By id, then by identity and place, then by identity alone. */
  take(row: ReadRow, identityKey: string): RegisteredStandard | null {
    const own = row.id === null ? undefined : this.byId.get(row.id);
    const same = this.byKey.get(identityKey);
    if (own === undefined && same === undefined) return null;
    const free = (same ?? []).filter(({ id }) => !this.taken.has(id));
    const samePlace = free.find(({ record }) => record.systemCode === row.record.systemCode);
    const isOpen = own !== undefined && !this.taken.has(own.id);
    const found = isOpen ? own : (samePlace ?? free[0] ?? null);
    if (found) this.taken.add(found.id);
    return found;
  }
}

function merged(target: StandardRecord, row: ReadRow): StandardRecord {
  const told = Object.fromEntries(row.told.map((field) => [field, row.record[field]]));
  return { ...target, ...told };
}

/** What a row brings that the register does not hold yet. */
const newRecord = ({ record, whenNew }: ReadRow): StandardRecord =>
  Object.keys(whenNew).length === 0 ? record : { ...record, ...whenNew };

function isEqual(a: StandardRecord, b: StandardRecord): boolean {
  return RECORD_FIELDS.every((field) => field === 'level' || a[field] === b[field]);
}

function againstRegister(
  row: ReadRow,
  target: RegisteredStandard,
  policy: DuplicatePolicy,
): Resolved {
  const record = merged(target.record, row);
  const extra: RowProblem[] = [{ field: 'number', code: 'in_register', severity: 'warning' }];
  const isSame =
    isEqual(record, target.record) && deriveFacts(record).level === target.record.level;
  if (isSame && (policy !== 'insert' || row.id !== null))
    return { action: 'unchanged', target, record, isDuplicate: true, extra: [] };
  if (policy === 'insert')
    return { action: 'insert', target: null, record: newRecord(row), isDuplicate: true, extra };
  if (policy === 'skip')
    return { action: 'skip', target, record: target.record, isDuplicate: true, extra };
  return { action: 'update', target, record, isDuplicate: true, extra };
}

/** A row as people find it: by its number, and its sheet where there are several. */
const labelOf = ({ rowNumber, sheetName }: ReadRow): number | string =>
  sheetName === undefined ? rowNumber : `${sheetName}!${rowNumber}`;
type RowLabel = ReturnType<typeof labelOf>;

/** Rows of the file that were met before, by identity and place. */
class SeenRows {
  /** The first row of each identity; most have no other. */
  private readonly firsts = new Map<string, ReadRow>();
  private readonly places = new Map<string, Map<string, RowLabel>>();

  /** Row number of an earlier row with this identity: at the same place, or elsewhere. */
  meet(identityKey: string, row: ReadRow): { same?: RowLabel; elsewhere?: RowLabel } {
    const { systemCode } = row.record;
    const first = this.firsts.get(identityKey);
    if (!first) {
      this.firsts.set(identityKey, row);
      return {};
    }
    const known =
      this.places.get(identityKey) ?? new Map([[first.record.systemCode, labelOf(first)]]);
    this.places.set(identityKey, known);
    const same = known.get(systemCode);
    if (same !== undefined) return { same };
    const [elsewhere] = known.values();
    known.set(systemCode, labelOf(row));
    return elsewhere === undefined ? {} : { elsewhere };
  }
}

function resolve(
  row: ReadRow,
  facts: StandardFacts,
  index: RegisterIndex,
  seen: SeenRows,
  policy: DuplicatePolicy,
): Resolved {
  if (row.problems.some(({ severity }) => severity === 'error'))
    return { action: 'error', target: null, record: row.record, isDuplicate: false, extra: [] };
  const met = row.id === null ? seen.meet(facts.identityKey, row) : {};
  if (met.same !== undefined && policy !== 'insert') {
    const problem: RowProblem = {
      field: 'number',
      code: 'repeated_in_file',
      severity: 'warning',
      params: { row: met.same },
    };
    return {
      action: 'skip',
      target: null,
      record: row.record,
      isDuplicate: true,
      extra: [problem],
    };
  }
  const extra: RowProblem[] =
    met.elsewhere === undefined
      ? []
      : [
          {
            field: 'number',
            code: 'also_in_row',
            severity: 'warning',
            params: { row: met.elsewhere },
          },
        ];
  const target = index.take(row, facts.identityKey);
  if (!target)
    return { action: 'insert', target: null, record: newRecord(row), isDuplicate: false, extra };
  const resolved = againstRegister(row, target, policy);
  return { ...resolved, extra: [...extra, ...resolved.extra] };
}

/**
 * Plans all rows in file order. A standard at two places of the system is two rows, not a duplicate; the same
 * standard at the same place is one.
 */
export function planActions(
  rows: readonly ReadRow[],
  register: readonly RegisteredStandard[],
  policy: DuplicatePolicy,
): PlannedRow[] {
  const index = new RegisterIndex(register);
  const seen = new SeenRows();
  return rows.map((row) => planRow(row, index, seen, policy));
}

function planRow(
  row: ReadRow,
  index: RegisterIndex,
  seen: SeenRows,
  policy: DuplicatePolicy,
): PlannedRow {
  const told = deriveFacts(row.record);
  const { extra, action, target, record, isDuplicate } = resolve(row, told, index, seen, policy);
  const facts = record === row.record ? told : deriveFacts(record);
  const problems = [...row.problems, ...extra];
  if (action !== 'error')
    for (const problem of told.problems) problems.push({ ...problem, severity: 'warning' });
  return { row, action, target, record, isDuplicate, facts, problems };
}
