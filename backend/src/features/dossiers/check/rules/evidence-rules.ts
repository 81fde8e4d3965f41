import { expiryOf } from '@liangxing/contracts';
import { listItems } from '@liangxing/scheme';
import { wholeMonths } from '@liangxing/contracts';
import type { DossierMaterial, EvidenceMaterial } from '../../dossier-material';
import type { ConsistencyRule, RuleHit, FindingPlace } from './rule';

/** A record of operation proves the last twelve months. */
const staleMonths = 12;

/** Where a file is linked: its first item, else the first action or condition that it proves. */
export function placeOf(
  { itemIds: [itemId], actionIds: [actionId], conditionIds: [condition] }: EvidenceMaterial,
  { actions }: DossierMaterial,
): FindingPlace {
  if (itemId !== undefined) return { itemId };
  const action = actions.find(({ id }) => id === actionId);
  if (action !== undefined) return { field: `action.${action.number}` };
  return condition === undefined ? {} : { field: `conditions.${condition}` };
}

/** What is no longer valid is told as that, not as old. */
function isOld({ periodTo, validUntil }: EvidenceMaterial, today: string): boolean {
  if (validUntil !== null && expiryOf(validUntil, today) === 'expired') return false;
  return periodTo !== null && wholeMonths(periodTo, today) >= staleMonths;
}

/** Age, origin and use of what proves the items. */
export const EVIDENCE_RULES = [
  {
    code: 'evidence_stale',
    severity: 'warning',
    text: {
      'zh-CN': '证实材料“{title}”的期间止于 {date}，已超过 {months} 个月。',
      en: 'Evidence “{title}” covers a period that ended on {date}, more than {months} months ago.',
    },
    mend: { 'zh-CN': '请补充近 12 个月的记录。', en: 'Add a record of the last 12 months.' },
    find: (material, today): readonly RuleHit[] =>
      material.evidence
        .filter((proof) => isOld(proof, today))
        .map((proof) => ({
          params: { title: proof.title, date: proof.periodTo ?? '', months: staleMonths },
          place: placeOf(proof, material),
        })),
  },
  {
    code: 'evidence_after_evaluation',
    severity: 'warning',
    text: {
      'zh-CN': '证实材料“{title}”的期间始于 {date}，晚于评价结束日期 {finished}。',
      en: 'Evidence “{title}” begins on {date}, after the evaluation ended on {finished}.',
    },
    mend: {
      'zh-CN': '评价时尚无该材料；请核对期间，或把它用于整改措施。',
      en: 'The evaluation cannot have seen it: check the period, or let it prove a corrective action.',
    },
    find: (material): readonly RuleHit[] => {
      const { finishedOn } = material.assessment.plan;
      if (finishedOn === null) return [];
      return material.evidence
        .filter(
          ({ periodFrom, itemIds }) =>
            periodFrom !== null && periodFrom > finishedOn && itemIds.length > 0,
        )
        .map((proof) => ({
          params: { title: proof.title, date: proof.periodFrom ?? '', finished: finishedOn },
          place: placeOf(proof, material),
        }));
    },
  },
  {
    code: 'same_file_twice',
    severity: 'warning',
    text: {
      'zh-CN': '证实材料“{title}”与“{other}”是同一个文件（SHA-256 相同）。',
      en: 'Evidence “{title}” and “{other}” are the same file (equal SHA-256).',
    },
    mend: {
      'zh-CN': '请只保留一份，并把它用于各处。',
      en: 'Keep one of them and link it wherever it serves.',
    },
    find: (material): readonly RuleHit[] => {
      const first = new Map<string, EvidenceMaterial>();
      return material.evidence.flatMap((proof) => {
        const other = first.get(proof.sha256);
        if (other === undefined) {
          first.set(proof.sha256, proof);
          return [];
        }
        const params = { title: proof.title, other: other.title };
        return [{ params, place: placeOf(proof, material) }];
      });
    },
  },
  {
    code: 'one_file_many_bonuses',
    severity: 'warning',
    text: {
      'zh-CN': '证实材料“{title}”同时证明 {count} 个加分项（{items}）。',
      en: 'Evidence “{title}” proves {count} bonus items at once ({items}).',
    },
    mend: {
      'zh-CN': '同一成果一般只加分一次；请核对，或为每项附上各自的证明。',
      en: 'One achievement commonly counts once: check, or prove each item by a file of its own.',
    },
    find: (material): readonly RuleHit[] => {
      const bonus = new Set(
        listItems(material.scheme)
          .filter(({ section }) => section.bonus)
          .map(({ item }) => item.id),
      );
      return material.evidence.flatMap((proof) => {
        const items = proof.itemIds.filter((id) => bonus.has(id));
        const [itemId] = items;
        if (items.length < 2 || itemId === undefined) return [];
        const params = {
          title: proof.title,
          count: items.length,
          items: items.join('、'),
          'items:en': items.join(', '),
        };
        return [{ params, place: { itemId } }];
      });
    },
  },
] as const satisfies readonly ConsistencyRule[];
