import { expiryOf } from '@liangxing/contracts';
import { formatPoints, listItems } from '@liangxing/scheme';
import type { RegisterEntry } from '../../systems/pure';
import type { ActionMaterial, DossierMaterial } from '../dossier-material';
import { finding, type DossierFinding } from './finding';
import { placeOf } from './rules/evidence-rules';

const notCurrent: Readonly<Record<string, readonly [string, string]>> = {
  replaced: ['被代替', 'replaced'],
  withdrawn: ['废止', 'withdrawn'],
};

/** Standards that should no longer, or not yet, stand in the register. */
export function standardFindings({ standards }: DossierMaterial, today: string): DossierFinding[] {
  if (standards.length === 0) return [finding('no_standards')];
  const found = standards.flatMap((standard) => standardFinding(standard, today));
  const count = standards.filter(({ problems }) => problems > 0).length;
  if (count > 0) found.push(finding('standard_rows_with_problems', { count }));
  return found;
}

function standardFinding(standard: RegisterEntry, today: string): DossierFinding[] {
  const { id: standardId, number, title } = standard;
  const isWithdrawn = standard.withdrawnOn !== null && standard.withdrawnOn <= today;
  const status = notCurrent[standard.status] ?? (isWithdrawn ? notCurrent['withdrawn'] : undefined);
  if (status !== undefined) {
    const [zh, en] = status;
    const params = { status: zh, 'status:en': en, number, title };
    return [finding('standard_not_current', params, { standardId })];
  }
  if (!standard.isPlanned && standard.inForceOn !== null && standard.inForceOn > today) {
    const params = { number, title, date: standard.inForceOn };
    return [finding('standard_not_yet_in_force', params, { standardId })];
  }
  return [];
}

/** Full marks and bonus points that no file proves, and proofs that are not valid any more. */
export function evidenceFindings(material: DossierMaterial, today: string): DossierFinding[] {
  const { scheme, score, evidence } = material;
  const proven = new Set(evidence.flatMap(({ itemIds }) => itemIds));
  const found: DossierFinding[] = [];
  for (const { item, section } of listItems(scheme)) {
    const itemScore = score.items[item.id];
    if (itemScore?.state !== 'assessed' || proven.has(item.id)) continue;
    const place = { itemId: item.id };
    if (section.bonus) {
      const points = formatPoints(itemScore.earned);
      if (itemScore.earned > 0)
        found.push(finding('bonus_without_evidence', { item: item.id, points }, place));
    } else if (itemScore.points > 0 && itemScore.earned === itemScore.points) {
      found.push(finding('full_marks_without_evidence', { item: item.id }, place));
    }
  }
  for (const proof of evidence) {
    const { title, validUntil } = proof;
    if (validUntil !== null && expiryOf(validUntil, today) === 'expired')
      found.push(
        finding('evidence_expired', { title, date: validUntil }, placeOf(proof, material)),
      );
  }
  return found;
}

/** Corrective actions that are late or unverified, and deductions that nobody corrects. */
export function actionFindings(material: DossierMaterial, today: string): DossierFinding[] {
  const { actions, score } = material;
  const found = actions.flatMap((action) => actionFinding(action, today));
  const corrected = new Set(actions.map(({ itemId }) => itemId));
  const lost = Object.values(score.items).filter(
    ({ itemId, deducted }) => deducted > 0 && !corrected.has(itemId),
  );
  const [first] = lost;
  if (first !== undefined) {
    const params = { count: lost.length, first: first.itemId };
    found.push(finding('deduction_without_action', params, { itemId: first.itemId }));
  }
  return found;
}

function actionFinding(action: ActionMaterial, today: string): DossierFinding[] {
  const { dueOn, state, owner } = action;
  const number = actionNumber(action.number);
  const field = `action.${action.number}`;
  const place = action.itemId === null ? { field } : { itemId: action.itemId, field };
  if ((state === 'open' || state === 'in_progress') && dueOn !== null && dueOn < today)
    return [finding('action_overdue', { number, date: dueOn, owner }, place)];
  return state === 'done' ? [finding('action_not_verified', { number }, place)] : [];
}

/** `ZG-007`: how a corrective action is called on paper. */
export function actionNumber(number: number): string {
  return `ZG-${String(number).padStart(3, '0')}`;
}
