import {
  type ConfirmedDeclaration,
  DECLARATION_IDS,
  type DeclarationId,
  declarationTitle,
  isWritten,
  wholeMonths,
} from '@liangxing/contracts';
import { listItems, type Rule, type SchemeItem } from '@liangxing/scheme';
import type { DossierMaterial } from '../dossier-material';
import { finding, type DossierFinding } from './finding';
import { neededMonths } from './profile-findings';

/**
 * Deductions that say the opposite of a declaration, known by what they speak of: schemes of the enterprises' own have
 * such rules under any number. Sampling of one's own (抽查) is no supervision (监督抽查).
 */
const contraries: Readonly<Partial<Record<DeclarationId, RegExp>>> = {
  accidents: /发生[^，；。]*(重大|质量|安全|环境|环保)[^，；。]*事故/,
  inspections: /监督抽查[^，；。]*不合格/,
  credit: /(被|有)[^，；。]*(失信|行政处罚)/,
};
const ranTooShort = /运行[^，；。]*不足[^，；。]*个月/;

interface Taken {
  readonly item: SchemeItem;
  readonly rule: Rule;
}

/** Deductions that the self-evaluation takes. */
function takenRules({ scheme, score }: DossierMaterial): Taken[] {
  return listItems(scheme).flatMap(({ item }) => {
    const taken = new Set(
      (score.items[item.id]?.rules ?? [])
        .filter(({ amount }) => amount > 0)
        .map(({ ruleId }) => ruleId),
    );
    return item.rules
      .filter(({ id, kind }) => taken.has(id) && kind !== 'award' && kind !== 'band')
      .map((rule) => ({ item, rule }));
  });
}

/** Declarations that nobody confirmed, and parts of the dossier that say the opposite of each other. */
export function declarationFindings(material: DossierMaterial, today: string): DossierFinding[] {
  const taken = takenRules(material);
  const { declarations } = material.assessment.plan;
  return [
    ...DECLARATION_IDS.flatMap((id) =>
      declarationFinding(
        id,
        declarations.find((confirmed) => confirmed.id === id),
        taken,
      ),
    ),
    ...operationFindings(material, taken, today),
  ];
}

function declarationFinding(
  id: DeclarationId,
  confirmed: ConfirmedDeclaration | undefined,
  taken: readonly Taken[],
): DossierFinding[] {
  const title = declarationTitle(id);
  const place = { field: `assessment.plan.declarations.${id}` };
  if (confirmed?.holds === false)
    return !isWritten(confirmed.text) ? [finding('declaration_empty', { title }, place)] : [];
  const contrary = taken.find(({ rule }) => contraries[id]?.test(rule.text['zh-CN']));
  if (contrary !== undefined) {
    const { item, rule } = contrary;
    const params = { title, item: item.id, rule: rule.text['zh-CN'] };
    return [finding('declaration_contradicts', params, place)];
  }
  return confirmed === undefined ? [finding('declaration_unconfirmed', { title }, place)] : [];
}

/** The dates of the profile say that the system had run long enough; the scoring table says that it had not. */
function operationFindings(
  { profile, assessment }: DossierMaterial,
  taken: readonly Taken[],
  today: string,
): DossierFinding[] {
  const { systemEffectiveOn: effective } = profile;
  const contrary = taken.find(({ rule }) => ranTooShort.test(rule.text['zh-CN']));
  if (effective === null || contrary === undefined) return [];
  const started = assessment.plan.startedOn ?? today;
  const months = wholeMonths(effective, started);
  if (months < neededMonths) return [];
  const { item, rule } = contrary;
  const params = { item: item.id, rule: rule.text['zh-CN'], effective, started, months };
  return [finding('operation_contradicts', params, { itemId: item.id })];
}
