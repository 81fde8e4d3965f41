import type { FindingSeverity } from '@liangxing/contracts';
import { listItems } from '@liangxing/scheme';
import type { FrozenMaterial } from '../dossiers/pure';
import { BANDS, countPairs } from './agreement';
import { handedInOf, scoredOf, type TeamSheet } from './case-reader';
import { categoryOf, STATES, valueOf } from './compare-sheets';
import { scoreSettled } from './freeze-result';
import type { Finding, SettledItem } from './sheet';

/** What a result says of one item, to be counted over cases; points in hundredths. */
export interface CountedItem {
  readonly itemId: string;
  /** What it gives at most, and what was settled; null where no points are given, and where the item does not apply. */
  readonly most: number | null;
  readonly earned: number | null;
  /** The gravest of what did not conform; null: nothing. */
  readonly severity: Exclude<FindingSeverity, 'observation'> | null;
}

/** How far an assessor agreed with what the team settled. */
export interface CountedAgreement {
  readonly userId: string;
  readonly userName: string;
  /** As of `countPairs`: rows are what the assessor said, columns what was settled. */
  readonly counts: readonly number[];
  /** Of the assessor less what was settled, added up over the items of `counts`: hundredths of a point or of a percent. */
  readonly difference: number;
}

export interface CountedResult {
  readonly items: readonly CountedItem[];
  /** None where somebody scored alone: what was settled is then what they said. */
  readonly agreements: readonly CountedAgreement[];
}

interface Parts {
  readonly material: FrozenMaterial;
  readonly settled: readonly SettledItem[];
  readonly sheets: readonly TeamSheet[];
  readonly findings: readonly Pick<Finding, 'itemId' | 'severity'>[];
}

/** What is counted of a result over many cases, so that no question needs materials and sheets again. */
export const countResult = (parts: Parts): CountedResult => ({
  items: itemsOf(parts),
  agreements: agreementsOf(parts),
});

function itemsOf({ material, settled, findings }: Parts): readonly CountedItem[] {
  const { document } = material.scheme;
  const { items } = scoreSettled(material, settled);
  const withSeverity = (severity: FindingSeverity): ReadonlySet<string> =>
    new Set(findings.filter((one) => one.severity === severity).map(({ itemId }) => itemId));
  const [major, minor] = [withSeverity('major'), withSeverity('minor')];
  return listItems(document).map(({ item: { id: itemId }, section }) => {
    const score = items[itemId];
    const hasPoints = document.kind === 'scored' && !section.bonus;
    const isJudged = score?.state === 'assessed' || score?.state === 'not_established';
    const counts = hasPoints && isJudged && score.points > 0;
    return {
      ...{ itemId, most: counts ? score.points : null, earned: counts ? score.earned : null },
      severity: major.has(itemId) ? 'major' : minor.has(itemId) ? 'minor' : null,
    };
  });
}

function agreementsOf({ material, settled, sheets }: Parts): readonly CountedAgreement[] {
  const counted = sheets.filter(({ isCounted }) => isCounted);
  if (counted.length < 2) return [];
  const scored = scoredOf(material);
  const isReadiness = scored.scheme.kind === 'readiness';
  const ids = listItems(scored.scheme).map(({ item }) => item.id);
  const team = scoreSettled(material, settled);
  const categoriesIn = (score: typeof team) =>
    ids.map((id) => categoryOf(isReadiness, score.items[id]));
  const valuesIn = (score: typeof team) => ids.map((id) => valueOf(isReadiness, score.items[id]));
  const [categories, values] = [categoriesIn(team), valuesIn(team)];
  return handedInOf(scored, counted).map(({ userId, score }) => ({
    userId,
    userName: counted.find((sheet) => sheet.userId === userId)?.userName ?? '',
    counts: countPairs(categoriesIn(score), categories, isReadiness ? STATES.length : BANDS),
    difference: valuesIn(score).reduce<number>((sum, value, index) => {
      const other = values[index] ?? null;
      return value === null || other === null ? sum : sum + value - other;
    }, 0),
  }));
}
