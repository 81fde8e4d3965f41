import { conditionsOf } from '@liangxing/scheme';
import type { ConditionRow } from '@liangxing/dossier';
import type { DossierMaterial } from '../dossier-material';
import { evidenceNumbersBy, type NumberedEvidence } from './evidence-part';

/** 申请条件 in the order of the scheme; nothing where it names none. */
export function conditionsPart(
  { scheme, conditions }: DossierMaterial,
  numbered: readonly NumberedEvidence[],
): { readonly conditions?: readonly ConditionRow[] } {
  const wanted = conditionsOf(scheme);
  if (wanted.length === 0) return {};
  const said = new Map(conditions.map((condition) => [condition.conditionId, condition]));
  const numbers = evidenceNumbersBy('conditionIds', numbered);
  return {
    conditions: wanted.map(({ id, clause, text }) => {
      const { answer = 'unanswered', proof = '', checkedOn = null } = said.get(id) ?? {};
      const evidenceNumbers = numbers[id] ?? [];
      return {
        clause: clause ?? '',
        text: text['zh-CN'],
        answer,
        proof,
        checkedOn,
        evidenceNumbers,
      };
    }),
  };
}
