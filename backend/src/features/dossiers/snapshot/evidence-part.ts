import { conditionsOf, listItems } from '@liangxing/scheme';
import type { EvidenceRow } from '@liangxing/dossier';
import { usesOf, type ServedPlaces } from '@liangxing/contracts';
import { actionNumber } from '../check/material-findings';
import type { DossierMaterial, EvidenceMaterial } from '../dossier-material';

/** Evidence with the number it is called by: `2.4.3-01`, first item it serves and a running number. */
export interface NumberedEvidence {
  readonly number: string;
  readonly material: EvidenceMaterial;
}

/** First part of the number of files that serve a standard but neither an item nor an action. */
const withoutItem = 'S';

/** First part of the number of files that prove a condition of the application and no item: 条件. */
const ofConditions = 'TJ';

/**
 * Numbers the evidence: sorted by the first item it serves (scheme order), then by the first corrective action, then
 * by the first condition, then by upload. A file that serves several places has one number, that of the first.
 */
export function numberEvidence(
  { scheme, actions }: Pick<DossierMaterial, 'scheme' | 'actions'>,
  evidence: readonly EvidenceMaterial[],
): NumberedEvidence[] {
  const heads = [
    ...listItems(scheme).map(({ item: { id } }) => ({ id, head: id })),
    ...actions.map(({ id, number }) => ({ id, head: actionNumber(number) })),
    ...conditionsOf(scheme).map(({ id }) => ({ id, head: ofConditions })),
  ];
  const order = new Map(heads.map(({ id }, index) => [id, index]));
  const place = ({ itemIds, actionIds, conditionIds }: EvidenceMaterial): number =>
    Math.min(
      heads.length,
      ...[...itemIds, ...actionIds, ...conditionIds].flatMap((id) => order.get(id) ?? []),
    );
  const sorted = evidence
    .filter((material) => usesOf(material) > 0)
    .map((material) => ({ material, place: place(material) }))
    .sort(
      (left, right) =>
        left.place - right.place ||
        compare(left.material.createdAt, right.material.createdAt) ||
        compare(left.material.id, right.material.id),
    );
  const used = new Map<string, number>();
  return sorted.map(({ material, place: first }) => {
    const head = heads[first]?.head ?? withoutItem;
    const running = (used.get(head) ?? 0) + 1;
    used.set(head, running);
    return { number: `${head}-${String(running).padStart(2, '0')}`, material };
  });
}

function compare(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** Numbers by what the files serve: what the scoring table prints beside each item, for one. */
export function evidenceNumbersBy(
  places: keyof ServedPlaces,
  numbered: readonly NumberedEvidence[],
): Readonly<Record<string, readonly string[]>> {
  const numbers: Record<string, string[]> = {};
  for (const { number, material } of numbered)
    for (const id of material[places]) (numbers[id] ??= []).push(number);
  return numbers;
}

/** Rows of the list of evidence. */
export function evidenceRows(
  numbered: readonly NumberedEvidence[],
  { standards, actions, scheme }: Pick<DossierMaterial, 'standards' | 'actions' | 'scheme'>,
): EvidenceRow[] {
  const standardNumbers = new Map(standards.map(({ id, number }) => [id, number]));
  const actionNumbers = new Map(actions.map(({ id, number }) => [id, actionNumber(number)]));
  const conditionNumbers = new Map(
    conditionsOf(scheme).map(({ id }, index) => [id, `申请条件 ${index + 1}`]),
  );
  return numbered.map(({ number, material }) => ({
    number,
    title: material.title,
    fileName: material.fileName,
    size: material.size,
    sha256: material.sha256,
    revision: material.revision,
    periodFrom: material.periodFrom,
    periodTo: material.periodTo,
    validUntil: material.validUntil,
    itemIds: material.itemIds,
    conditionNumbers: material.conditionIds.flatMap((id) => conditionNumbers.get(id) ?? []),
    actionNumbers: material.actionIds.flatMap((id) => actionNumbers.get(id) ?? []),
    standardNumbers: material.standardIds.flatMap((id) => standardNumbers.get(id) ?? []),
  }));
}
