import { listItems, type Scheme } from '@liangxing/scheme';
import type { EvidenceRow } from '@liangxing/dossier';
import type { RegisterEntry } from '../../systems/content';
import type { EvidenceMaterial } from '../dossier-material';

/** Evidence with the number it is called by: `2.4.3-01`, first item it serves and a running number. */
export interface NumberedEvidence {
  readonly number: string;
  readonly material: EvidenceMaterial;
  /** Items in the scheme's order. */
  readonly itemIds: readonly string[];
}

/** First part of the number of files that serve a standard but no item. */
const withoutItem = 'S';

/**
 * Numbers the evidence: sorted by the first item it serves (scheme order), then by upload. A file that serves
 * several items has one number, that of the first. Files without any link are left out: they prove nothing.
 */
export function numberEvidence(
  scheme: Scheme,
  evidence: readonly EvidenceMaterial[],
): NumberedEvidence[] {
  const order = new Map(listItems(scheme).map(({ item }, index) => [item.id, index]));
  const place = (id: string | undefined): number =>
    id === undefined ? order.size : (order.get(id) ?? order.size);
  const placed = evidence
    .map((material) => ({
      material,
      itemIds: material.itemIds
        .filter((id) => order.has(id))
        .sort((left, right) => place(left) - place(right)),
    }))
    .filter(({ material, itemIds }) => itemIds.length > 0 || material.standardIds.length > 0)
    .sort(
      (left, right) =>
        place(left.itemIds[0]) - place(right.itemIds[0]) ||
        compare(left.material.createdAt, right.material.createdAt) ||
        compare(left.material.id, right.material.id),
    );
  const used = new Map<string, number>();
  return placed.map(({ material, itemIds }) => {
    const head = itemIds[0] ?? withoutItem;
    const running = (used.get(head) ?? 0) + 1;
    used.set(head, running);
    return { number: `${head}-${String(running).padStart(2, '0')}`, material, itemIds };
  });
}

function compare(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** Numbers by item: what the scoring table prints beside each item. */
export function evidenceNumbersByItem(
  numbered: readonly NumberedEvidence[],
): Readonly<Record<string, readonly string[]>> {
  const numbers: Record<string, string[]> = {};
  for (const { number, itemIds } of numbered)
    for (const itemId of itemIds) (numbers[itemId] ??= []).push(number);
  return numbers;
}

/** Rows of the list of evidence. */
export function evidenceRows(
  numbered: readonly NumberedEvidence[],
  standards: readonly RegisterEntry[],
): EvidenceRow[] {
  const numberOf = new Map(standards.map(({ id, number }) => [id, number]));
  return numbered.map(({ number, material, itemIds }) => ({
    number,
    title: material.title,
    fileName: material.fileName,
    size: material.size,
    sha256: material.sha256,
    revision: material.revision,
    periodFrom: material.periodFrom,
    periodTo: material.periodTo,
    itemIds,
    standardNumbers: material.standardIds.flatMap((id) => numberOf.get(id) ?? []),
  }));
}
