import type { Language } from '@liangxing/scheme';
import type { DossierMaterial } from '../dossier-material';
import { answerFindings, itemOrder, resultFindings, sameFactFindings } from './assessment-findings';
import { conditionFindings } from './condition-findings';
import { attachmentFindings } from './attachment-findings';
import { declarationFindings } from './declaration-findings';
import { partStates, type DossierPart } from './dossier-parts';
import type { DossierFinding } from './finding';
import { findingText } from './finding-texts';
import { actionFindings, evidenceFindings, standardFindings } from './material-findings';
import { notesFindings } from './notes-findings';
import { profileFindings } from './profile-findings';
import { consistencyFindings } from './consistency-findings';

export interface DossierCheck {
  /** An error among the findings: no dossier can be built. */
  readonly blocks: boolean;
  readonly findings: readonly (DossierFinding & { readonly message: string })[];
  readonly parts: readonly DossierPart[];
}

/**
 * Everything that speaks against submission on a given day, errors first, then in the order of the scheme.
 * Pure: the same material and day give the same findings. The conditions of the
 * application come first: while one is not met, nothing else counts.
 */
export function checkDossier(
  material: DossierMaterial,
  today: string,
  language: Language,
): DossierCheck {
  const order = itemOrder(material);
  const rank = ({ severity }: DossierFinding): number => (severity === 'error' ? 0 : 1);
  const place = ({ itemId }: DossierFinding): number =>
    itemId === undefined ? -1 : (order.get(itemId) ?? Number.MAX_SAFE_INTEGER);
  const findings = [
    ...conditionFindings(material, today),
    ...profileFindings(material, today),
    ...answerFindings(material),
    ...sameFactFindings(material),
    ...resultFindings(material, today),
    ...declarationFindings(material, today),
    ...notesFindings(material),
    ...standardFindings(material, today),
    ...evidenceFindings(material, today),
    ...attachmentFindings(material),
    ...actionFindings(material, today),
    ...consistencyFindings(material, today),
  ].sort((left, right) => rank(left) - rank(right) || place(left) - place(right));
  return {
    blocks: findings.some(({ severity }) => severity === 'error'),
    findings: findings.map((found) => ({ ...found, message: findingText(found, language) })),
    parts: partStates(material, findings, language),
  };
}
