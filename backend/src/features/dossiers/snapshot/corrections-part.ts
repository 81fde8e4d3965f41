import type { CorrectiveMeasure } from '@liangxing/dossier';
import { actionNumber } from '../check/material-findings';
import type { DossierMaterial } from '../dossier-material';
import { evidenceNumbersBy, type NumberedEvidence } from './evidence-part';

const stateNames = {
  open: '待整改',
  in_progress: '整改中',
  done: '已完成',
  verified: '已验证',
} as const;

/** 整改措施 in the order of their numbers. */
export function correctionsPart(
  { actions }: DossierMaterial,
  numbered: readonly NumberedEvidence[],
): CorrectiveMeasure[] {
  const numbers = evidenceNumbersBy('actionIds', numbered);
  return [...actions]
    .sort((left, right) => left.number - right.number)
    .map((action) => ({
      number: actionNumber(action.number),
      itemId: action.itemId ?? '',
      finding: action.finding,
      cause: action.cause,
      measure: action.measure,
      owner: action.owner,
      dueOn: action.dueOn,
      stateName: stateNames[action.state],
      result: action.result,
      evidenceNumbers: numbers[action.id] ?? [],
      verifiedBy: action.verifiedBy,
      verifiedOn: action.verifiedOn,
    }));
}
