import { GATES, type KeysOf } from './columns';
import type { Places } from './places';
import { GRADE_ID, localized, repeated, shortId } from './read-general';
import { gradeExample, nextFree, originOf } from './read-grades';
import { readRows, type Findings, type RowReader, type TableSheet } from './sheet-cursor';
import { GATE_KINDS } from './vocabulary';

type GateRow = RowReader<KeysOf<typeof GATES>>;
type Named = Readonly<Record<string, unknown>>;

const NUMBER = /^[A-Za-z0-9]+([.][A-Za-z0-9]+)*$/;
const RULE_ID = /^[A-Za-z0-9]+([.][A-Za-z0-9]+)*-[a-z0-9]+(_[a-z0-9]+)*$/;

/** Ids of a cell; null where one of them cannot be an id. */
const idsOf = (
  row: GateRow,
  key: 'items' | 'rules',
  pattern: RegExp,
  example: string,
): readonly string[] | null => {
  const ids = row.list(key);
  const wrong = ids.find((id) => !pattern.test(id));
  if (wrong === undefined) return ids;
  row.problem(
    key,
    'cell_pattern',
    { 'zh-CN': `“${wrong}”的写法不对。`, en: `"${wrong}" is not written as it should be.` },
    {
      'zh-CN': `写编号，用顿号隔开，例如 ${example}。`,
      en: `Write numbers apart by commas, such as ${example}.`,
    },
  );
  return null;
};

/** What a row of parts with their least share names, or null where it cannot be read. */
const shareOf = (row: GateRow): Named | null => {
  const sections = row.list('sections');
  if (sections.length === 0) row.missing('sections');
  if (row.cell('percent') === '') row.missing('percent');
  const atLeastPercent = row.percent('percent');
  return sections.length === 0 || atLeastPercent === undefined
    ? null
    : { sections, atLeastPercent };
};

const vetoOf = (row: GateRow): Named | null => {
  const items = idsOf(row, 'items', NUMBER, '1.1、2.4.3');
  const rules = idsOf(row, 'rules', RULE_ID, '1.1-a、2.4.3-b');
  if (items === null || rules === null) return null;
  if (items.length === 0 && rules.length === 0) {
    row.missing('items');
    return null;
  }
  const named = rules.length === 0 ? {} : { rules };
  if (items.length === 0) return named;
  if (row.cell('percent') === '') row.missing('percent');
  const atLeastPercent = row.percent('percent');
  return atLeastPercent === undefined ? null : { ...named, items, atLeastPercent };
};

/** What must hold beside the points: least shares of parts, and vetoes by items and deductions. */
export const readGates = (
  sheets: readonly TableSheet[],
  findings: Findings,
  places: Places,
): readonly Record<string, unknown>[] => {
  const seen = new Set<string>();
  const gates: Record<string, unknown>[] = [];
  for (const row of readRows(sheets, GATES, findings, true)) {
    const at = `/gates/${String(gates.length)}`;
    const kind = row.cell('kind') === '' ? 'section_share' : row.word('kind', GATE_KINDS);
    const named = kind === 'veto' ? vetoOf(row) : kind === undefined ? null : shareOf(row);
    const capAt = row.matching('capAt', GRADE_ID, 30, gradeExample);
    const text = row.needed('text', 2000);
    const id = shortId(row, 'id') ?? nextFree(seen, gateNames());
    const isRepeated = seen.has(id);
    if (isRepeated) repeated(row, 'id', id);
    seen.add(id);
    const origin = originOf(row, 'provenance', 'source');
    if (isRepeated || named === null || text === undefined) continue;
    places.set(at, row.place('id'));
    for (const key of ['sections', 'items', 'rules', 'capAt'] as const)
      places.set(`${at}/${key}`, row.place(key));
    gates.push({
      id,
      kind,
      ...named,
      ...(capAt === undefined ? {} : { capAt }),
      text: localized(text, row.text('textEn', 2000)),
      ...origin,
    });
  }
  return gates;
};

function* gateNames(): Generator<string> {
  for (let number = 1; ; number++) yield `gate_${String(number)}`;
}
