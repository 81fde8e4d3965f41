import type { PlacedStandard, PlaceSuggestion, SuggestedPlaces } from './system';

/** An entry without a place and the place that is likeliest for it. */
export interface UnplacedRow {
  readonly standard: PlacedStandard;
  readonly best: PlaceSuggestion | undefined;
}

/** The entries without a place, the surest suggestion first, those without one last. */
export function unplacedRows(
  standards: readonly PlacedStandard[],
  suggested: SuggestedPlaces | null,
): readonly UnplacedRow[] {
  const byId = new Map(
    (suggested?.rows ?? []).map(({ standardId, suggestions }) => [standardId, suggestions[0]]),
  );
  return standards
    .map((standard) => ({ standard, best: byId.get(standard.standardId) }))
    .sort((a, b) => (b.best?.confidence ?? -1) - (a.best?.confidence ?? -1));
}

/** Rows whose suggestion is at least that sure. */
export function sureRows(rows: readonly UnplacedRow[], least: number): readonly UnplacedRow[] {
  return rows.filter(({ best }) => best !== undefined && best.confidence >= least);
}

/** New places of the rows that have a suggestion, for one placement. */
export function acceptedPlaces(
  rows: readonly UnplacedRow[],
): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    rows.flatMap(({ standard, best }) =>
      best === undefined ? [] : [[standard.standardId, [best.node]] as const],
    ),
  );
}
