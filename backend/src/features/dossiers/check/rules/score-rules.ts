import { listItems } from '@liangxing/scheme';
import type { DossierMaterial } from '../../dossier-material';
import { itemNodes } from './item-nodes';
import type { ConsistencyRule, RuleHit } from './rule';

/** Basic items that were judged to hold wholly. */
function wholeItems({ scheme, score }: DossierMaterial): readonly string[] {
  return listItems(scheme)
    .filter(({ section }) => !section.bonus)
    .map(({ item }) => item.id)
    .filter((id) => {
      const scored = score.items[id];
      if (scored?.state === 'met') return true;
      return scored?.state === 'assessed' && scored.points > 0 && scored.earned === scored.points;
    });
}

/** Items that lost points, or are met in part or not at all. */
function shortItems({ scheme, score }: DossierMaterial): readonly string[] {
  return listItems(scheme)
    .filter(({ section }) => !section.bonus)
    .map(({ item }) => item.id)
    .filter((id) => {
      const scored = score.items[id];
      return (
        scored !== undefined &&
        (scored.state === 'partly' || scored.state === 'not_met' || scored.deducted > 0)
      );
    });
}

const DENIALS =
  /(?:没有|未)(?:发现|开具|存在)?(?:任何)?(?:不符合|不足|需要整改)|无不符合|(?:全部|均)符合/u;

/** Register and scoring table, scoring table and report. */
export const SCORE_RULES = [
  {
    code: 'whole_without_documents',
    severity: 'error',
    text: {
      'zh-CN': '{item} 判为符合，而与之对应的 {node} 没有现行标准。',
      en: '{item} is judged as wholly met, but {node}, which feeds it, holds no standard in force.',
    },
    mend: {
      'zh-CN': '请把相应标准登记并归入该子体系，或改正评价。',
      en: 'Register the standards and place them there, or correct the answer.',
    },
    find: (material): readonly RuleHit[] => {
      // Without a system of its own the enterprise has placed nothing: places are guesses then.
      if (material.system === null) return [];
      const { byItem, filled } = itemNodes(material);
      return wholeItems(material).flatMap((item) => {
        const nodes = byItem.get(item) ?? [];
        if (nodes.length === 0 || nodes.some((node) => filled.has(node))) return [];
        return [
          {
            params: { item, node: nodes.join('、'), 'node:en': nodes.join(', ') },
            place: { itemId: item },
          },
        ];
      });
    },
  },
  {
    code: 'unmet_without_action',
    severity: 'warning',
    text: {
      'zh-CN': '有 {count} 项部分符合或不符合，没有对应的整改措施，首项为 {first}。',
      en: '{count} items are partly or not met without a corrective action; the first is {first}.',
    },
    mend: {
      'zh-CN': '请为每项登记整改措施；否则报告将写明尚未登记。',
      en: 'Register an action for each; otherwise the report says that there is none.',
    },
    find: (material): readonly RuleHit[] => {
      const corrected = new Set(material.actions.map(({ itemId }) => itemId));
      const left = shortItems(material).filter(
        (id) => !corrected.has(id) && (material.score.items[id]?.deducted ?? 0) === 0,
      );
      const [first] = left;
      if (first === undefined) return [];
      return [{ params: { count: left.length, first }, place: { itemId: first } }];
    },
  },
  {
    code: 'conclusion_denies_findings',
    severity: 'error',
    text: {
      'zh-CN': '结论写“{said}”，而评价中有 {count} 项扣分、部分符合或不符合，首项为 {first}。',
      en: 'The conclusion says “{said}”, but {count} items lost points or are not fully met; the first is {first}.',
    },
    mend: {
      'zh-CN': '请按评价结果改写结论。',
      en: 'Write the conclusion as the evaluation found it.',
    },
    find: (material): readonly RuleHit[] => {
      const said = DENIALS.exec(material.assessment.conclusion)?.[0];
      const short = shortItems(material);
      const [first] = short;
      if (said === undefined || first === undefined) return [];
      const place = { field: 'assessment.conclusion' };
      return [{ params: { said, count: short.length, first }, place }];
    },
  },
] as const satisfies readonly ConsistencyRule[];
