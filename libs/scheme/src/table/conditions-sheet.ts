import { conditionsOf } from '../lookup';
import type { ApplicationCondition, Scheme } from '../scheme';
import { CONDITIONS, type KeysOf } from './columns';
import type { Places } from './places';
import { localized, repeated, shortId } from './read-general';
import { nextFree, originOf } from './read-grades';
import { readRows, type Findings, type RowReader, type TableSheet } from './sheet-cursor';
import { NO_TEXT, PROVENANCE } from './vocabulary';

type Key = KeysOf<typeof CONDITIONS>;

/** 申请条件, one row for each, in printed order. */
export const conditionRows = (scheme: Scheme): Partial<Record<Key, string>>[] =>
  conditionsOf(scheme).map(({ id, clause, text, proof, provenance, source }) => ({
    id,
    clause: clause ?? '',
    text: text['zh-CN'],
    textEn: text.en ?? '',
    proof: proof.map((entry) => entry['zh-CN']).join('\n'),
    proofEn: proof.some(({ en }) => en !== undefined)
      ? proof.map(({ en }) => en ?? NO_TEXT).join('\n')
      : '',
    provenance: PROVENANCE[provenance],
    source: source ?? '',
  }));

const proofOf = (row: RowReader<Key>): ApplicationCondition['proof'] => {
  const english = row.lines('proofEn').map((line) => (line === NO_TEXT ? undefined : line));
  return row
    .lines('proof')
    .map((line, index) => localized(line, english[index]) as ApplicationCondition['proof'][number]);
};

/** The sheet may be left out: workbooks of before do not have it. `undefined`: it names none. */
export const readConditions = (
  sheets: readonly TableSheet[],
  findings: Findings,
  places: Places,
): readonly Record<string, unknown>[] | undefined => {
  const seen = new Set<string>();
  const conditions = readRows(sheets, CONDITIONS, findings, true).flatMap((row, index) => {
    places.set(`/conditions/${String(index)}`, row.place('id'));
    const text = row.needed('text', 2000);
    const clause = row.text('clause', 200);
    const id = shortId(row, 'id') ?? nextFree(seen, names());
    const isRepeated = seen.has(id);
    if (isRepeated) repeated(row, 'id', id);
    seen.add(id);
    const origin = originOf(row, 'provenance', 'source');
    if (isRepeated || text === undefined) return [];
    return [
      {
        id,
        ...(clause !== undefined && { clause }),
        text: localized(text, row.text('textEn', 2000)),
        proof: proofOf(row),
        ...origin,
      },
    ];
  });
  return conditions.length === 0 ? undefined : conditions;
};

function* names(): Generator<string> {
  for (let number = 1; ; number++) yield `condition_${String(number)}`;
}
