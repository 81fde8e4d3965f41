import { isWritten, wholeMonths } from '@liangxing/contracts';
import {
  findItem,
  findRule,
  formatPoints,
  listItems,
  textIn,
  type Scheme,
} from '@liangxing/scheme';
import { doubleDeductions, isVeto, type FailedGate } from '@liangxing/scoring';
import type { DossierMaterial } from '../dossier-material';
import { finding, type DossierFinding } from './finding';
import { neededMonths } from './profile-findings';

/** Items without an answer, N/A without reason or approval, deductions without a finding. */
export function answerFindings(material: DossierMaterial): DossierFinding[] {
  const { scheme, score } = material;
  const found: DossierFinding[] = [];
  for (const section of scheme.sections.filter(({ bonus }) => !bonus)) {
    const open = section.groups
      .flatMap(({ items }) => items)
      .filter(({ id }) => score.items[id]?.state === 'unanswered');
    const [first] = open;
    if (first === undefined) continue;
    const title = section.title['zh-CN'];
    const params = { section: section.id, title, count: open.length, first: first.id };
    found.push(
      finding(
        'items_unanswered',
        { ...params, 'title:en': section.title.en ?? title },
        { itemId: first.id },
      ),
    );
  }
  for (const { itemId, answer, reason, finding: remark } of material.answers) {
    const itemScore = score.items[itemId];
    if (itemScore === undefined) continue;
    const place = { itemId };
    if (answer.state === 'not_applicable' && !isWritten(reason))
      found.push(finding('not_applicable_without_reason', { item: itemId }, place));
    if (itemScore.state === 'proposed_not_applicable')
      found.push(finding('not_applicable_without_approval', { item: itemId }, place));
    if (itemScore.deducted > 0 && !isWritten(remark)) {
      const points = formatPoints(itemScore.deducted);
      found.push(finding('deduction_without_finding', { item: itemId, points }, place));
    }
  }
  return found;
}

/** Facts for which two linked deductions were taken. */
export function sameFactFindings({ scheme, score }: DossierMaterial): DossierFinding[] {
  return doubleDeductions(scheme, score).map(({ one, other, direct }) =>
    finding(
      'same_fact_deducted_twice',
      {
        item: one.itemId,
        rule: one.rule.text['zh-CN'],
        'rule:en': textIn(one.rule.text, 'en'),
        otherItem: other.itemId,
        otherRule: other.rule.text['zh-CN'],
        'otherRule:en': textIn(other.rule.text, 'en'),
        where: direct === null ? '请选定其一' : `应在 ${direct.itemId} 扣`,
        'where:en': direct === null ? 'please choose one of them' : direct.itemId,
      },
      { itemId: one.itemId },
    ),
  );
}

/** Grade, gates, the scheme's validity, and the parts of the self-evaluation report that are still empty. */
export function resultFindings(material: DossierMaterial, today: string): DossierFinding[] {
  const { scheme, score } = material;
  const found: DossierFinding[] = score.failedGates.map((gate) => gateFinding(scheme, gate));
  if (scheme.validUntil !== undefined && scheme.validUntil <= today)
    found.push(
      finding('scheme_superseded', {
        date: scheme.validUntil,
        by: scheme.supersededBy ?? '新版',
        'by:en': scheme.supersededBy ?? 'a new edition',
      }),
    );
  if (scheme.grades.length > 0) found.push(...gradeFindings(material));
  return [...found, ...planFindings(material)];
}

function gateFinding(scheme: Scheme, gate: FailedGate): DossierFinding {
  const cap = scheme.gates.find(({ id }) => id === gate.gateId)?.capAt;
  const left = {
    left: cap === undefined ? '不能评定等级' : `最高评为 ${cap} 级`,
    'left:en': cap === undefined ? 'no grade can be given' : `${cap} is the highest grade left`,
  };
  const [earned, needed] = [formatPoints(gate.earned), formatPoints(gate.needed)];
  if (!isVeto(gate))
    return finding('gate_failed', { section: gate.sectionId, earned, needed, ...left });
  const { itemId, ruleId } = gate;
  if (ruleId === null)
    return finding('veto_item', { item: itemId, earned, needed, ...left }, { itemId });
  const item = findItem(scheme, itemId);
  const rule = item && findRule(item, ruleId);
  const text = rule ? textIn(rule.text, 'zh-CN') : ruleId;
  const english = rule ? textIn(rule.text, 'en') : ruleId;
  return finding('veto_rule', { item: itemId, text, 'text:en': english, ...left }, { itemId });
}

function gradeFindings({ score, assessment }: DossierMaterial): DossierFinding[] {
  const basic = formatPoints(score.basic);
  const total = formatPoints(score.total);
  const found = score.grade === null ? [finding('no_grade', { basic, total })] : [];
  const target = score.gaps.find(({ gradeId }) => gradeId === assessment.targetGrade);
  if (target === undefined || target.reached) return found;
  const nearest = target.routes.find(({ routeId }) => routeId === target.nearestRouteId);
  const missing =
    nearest === undefined ? 0 : Math.max(nearest.basic + nearest.bonus, nearest.total);
  found.push(
    finding('target_not_reached', {
      target: target.gradeId,
      grade: score.grade === null ? '未达等级' : `为 ${score.grade}`,
      'grade:en': score.grade ?? 'none',
      missing: formatPoints(missing),
    }),
  );
  return found;
}

const planFields = [
  ['purpose', '评价目的和依据', 'purpose and basis'],
  ['team', '评价组成员', 'team'],
  ['startedOn', '开始日期', 'first day'],
  ['finishedOn', '结束日期', 'last day'],
  ['method', '评价方法', 'method'],
  ['sampling', '抽样', 'sampling'],
] as const;

function planFindings({ assessment, profile }: DossierMaterial): DossierFinding[] {
  const { plan, conclusion } = assessment;
  const found = planFields
    .filter(([field]) => plan[field] === null || plan[field].length === 0)
    .map(([field, label, english]) =>
      finding(
        'plan_field_missing',
        { label, 'label:en': english },
        { field: `assessment.plan.${field}` },
      ),
    );
  const { startedOn: started } = plan;
  const { systemEffectiveOn: effective } = profile;
  if (started !== null && effective !== null) {
    const months = wholeMonths(effective, started);
    if (months < neededMonths)
      found.push(finding('evaluated_too_early', { started, months, needed: neededMonths }));
  }
  if (!isWritten(conclusion))
    found.push(finding('conclusion_missing', {}, { field: 'assessment.conclusion' }));
  return found;
}

/** Items of the scheme in printed order, for whoever sorts by them. */
export function itemOrder(material: Pick<DossierMaterial, 'scheme'>): ReadonlyMap<string, number> {
  return new Map(listItems(material.scheme).map(({ item }, index) => [item.id, index]));
}
