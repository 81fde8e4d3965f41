import { GRADES, type KeysOf } from './columns';
import type { Places } from './places';
import { GRADE_ID, repeated, shortId } from './read-general';
import { readRows, type Findings, type RowReader, type TableSheet } from './sheet-cursor';
import { INDUSTRIES, PROVENANCE, SIZES, type Vocabulary } from './vocabulary';

type GradeRow = RowReader<KeysOf<typeof GRADES>>;

interface GradeDraft {
  readonly id: string;
  readonly routes: Record<string, unknown>[];
  readonly provenance: string;
  readonly source?: string;
}

/** Where a part comes from: the two columns of its row. */
export const originOf = <K extends string>(
  row: RowReader<K>,
  provenanceKey: K,
  sourceKey: K,
  around?: { readonly provenance: string; readonly source?: string },
): { readonly provenance: string; readonly source?: string } => {
  if (row.cell(provenanceKey) === '' && around) {
    const { provenance, source } = around;
    const own = shortId(row, sourceKey) ?? source;
    return { provenance, ...(own === undefined ? {} : { source: own }) };
  }
  const provenance = row.neededWord(provenanceKey, PROVENANCE as Vocabulary<string>) ?? 'entered';
  const source = shortId(row, sourceKey);
  return { provenance, ...(source === undefined ? {} : { source }) };
};

/** Fills a whole list of ids: those written, and the next free one where none is. */
export const nextFree = (taken: ReadonlySet<string>, names: Iterable<string>): string => {
  for (const name of names) if (!taken.has(name)) return name;
  throw new Error('no name is free');
};

const floorsOf = (row: GradeRow, at: string, places: Places): Record<string, number> => {
  const floors: Record<string, number> = {};
  for (const key of ['basic', 'bonus', 'total'] as const) {
    places.set(`${at}/${key}`, row.place(key));
    const points = row.points(key);
    if (points !== undefined) floors[key] = points;
    else if (row.cell(key) !== '') places.break(`${at}/${key}`);
  }
  return floors;
};

const whenOf = (row: GradeRow): Record<string, unknown> => {
  const size = row.words('size', SIZES);
  const industry = row.words('industry', INDUSTRIES);
  if (size.length === 0 && industry.length === 0) return {};
  return {
    when: { ...(size.length > 0 && { size }), ...(industry.length > 0 && { industry }) },
  };
};

/** One row for each way to a grade; rows of one grade stand together or apart. */
export const readGrades = (
  sheets: readonly TableSheet[],
  findings: Findings,
  places: Places,
): readonly GradeDraft[] => {
  const grades: GradeDraft[] = [];
  for (const row of readRows(sheets, GRADES, findings, true)) {
    const name = gradeName(row);
    if (name === undefined) continue;
    let position = grades.findIndex(({ id }) => id === name);
    if (position < 0) {
      position =
        grades.push({ id: name, routes: [], ...originOf(row, 'provenance', 'source') }) - 1;
      places.set(`/grades/${String(position)}`, row.place('grade'));
    }
    const routes = grades[position]?.routes ?? [];
    const taken = new Set(routes.map(({ id }) => String(id)));
    const written = shortId(row, 'route');
    if (written !== undefined && taken.has(written)) {
      repeated(row, 'route', written);
      continue;
    }
    const at = `/grades/${String(position)}/routes/${String(routes.length)}`;
    places.set(at, row.place('grade'));
    routes.push({
      id: written ?? nextFree(taken, numbers()),
      ...floorsOf(row, at, places),
      ...whenOf(row),
    });
  }
  return grades;
};

export const gradeExample = {
  'zh-CN': '用字母和数字，例如 AAAA。',
  en: 'Use letters and digits, such as AAAA.',
};

const gradeName = (row: GradeRow): string | undefined => {
  if (row.cell('grade') === '') row.missing('grade');
  return row.matching('grade', GRADE_ID, 30, gradeExample);
};

function* numbers(): Generator<string> {
  for (let number = 1; ; number++) yield String(number);
}
