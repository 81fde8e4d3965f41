import {
  CONDITION_CHECK_MONTHS,
  declarationTitle,
  isWritten,
  wholeMonths,
  type DeclarationId,
} from '@liangxing/contracts';
import { conditionsOf, type ApplicationCondition } from '@liangxing/scheme';
import type { ConditionMaterial, DossierMaterial } from '../dossier-material';
import { finding, type DossierFinding } from './finding';

/** Declarations that speak of the same fact as a condition. */
const declared: Readonly<Record<string, DeclarationId>> = {
  accidents: 'accidents',
  sampling: 'inspections',
  dishonesty: 'credit',
};

/** 申请条件: what is not met or not said closes the door; what is met needs a proof that is not old. */
export function conditionFindings(material: DossierMaterial, today: string): DossierFinding[] {
  const { scheme, conditions, evidence } = material;
  const wanted = conditionsOf(scheme);
  const said = new Map(conditions.map((one) => [one.conditionId, one]));
  const proven = new Set(evidence.flatMap(({ conditionIds }) => conditionIds));
  const open = wanted.filter(({ id }) => (said.get(id)?.answer ?? 'unanswered') === 'unanswered');
  const [first] = open;
  return [
    ...wanted.flatMap((condition) => {
      const answered = said.get(condition.id);
      if (answered === undefined) return [];
      return [
        ...answeredFindings(condition, answered, proven.has(condition.id), today),
        ...declarationFindings(condition, answered, material),
      ];
    }),
    ...(first === undefined
      ? []
      : [
          finding(
            'conditions_unanswered',
            { count: open.length, ...named(first) },
            placeOf(first.id),
          ),
        ]),
  ];
}

function answeredFindings(
  condition: ApplicationCondition,
  { answer, proof, checkedOn }: ConditionMaterial,
  hasFile: boolean,
  today: string,
): DossierFinding[] {
  const place = placeOf(condition.id);
  if (answer === 'no') return [finding('condition_unmet', named(condition), place)];
  if (answer !== 'yes') return [];
  const found: DossierFinding[] = [];
  if (!isWritten(proof) && !hasFile)
    found.push(finding('condition_without_proof', named(condition), place));
  if (checkedOn === null) found.push(finding('condition_undated', named(condition), place));
  else if (wholeMonths(checkedOn, today) >= CONDITION_CHECK_MONTHS) {
    const params = { ...named(condition), date: checkedOn, months: CONDITION_CHECK_MONTHS };
    found.push(finding('condition_check_old', params, place));
  }
  return found;
}

/** The same fact is said here to be so, and in a declaration otherwise. */
function declarationFindings(
  condition: ApplicationCondition,
  { answer }: ConditionMaterial,
  { assessment }: DossierMaterial,
): DossierFinding[] {
  const id = declared[condition.id];
  if (id === undefined || answer !== 'yes') return [];
  const declaration = assessment.plan.declarations.find((one) => one.id === id);
  if (declaration?.holds !== false) return [];
  const params = { ...named(condition), declaration: declarationTitle(id) };
  return [finding('condition_declared_otherwise', params, placeOf(condition.id))];
}

const named = ({ text }: ApplicationCondition) => ({
  condition: text['zh-CN'],
  'condition:en': text.en ?? text['zh-CN'],
});

const placeOf = (id: string) => ({ field: `conditions.${id}` });
