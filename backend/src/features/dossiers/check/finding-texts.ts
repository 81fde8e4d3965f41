import type { Language } from '@liangxing/scheme';
import type { DossierFinding, FindingCode } from './finding';
import { CONSISTENCY_RULES, type ConsistencyCode } from './rules/index';

type Text = Readonly<Record<Language, string>>;

/** `{name}` stands for a parameter of the finding. */
const texts: Readonly<Record<Exclude<FindingCode, ConsistencyCode>, Text>> = {
  condition_unmet: {
    'zh-CN': '暂不具备申请条件：“{condition}”不满足。',
    en: 'An application is not possible yet: “{condition}” is not met.',
  },
  conditions_unanswered: {
    'zh-CN': '申请条件尚未全部确认：还有 {count} 条，首条为“{condition}”。',
    en: 'The conditions of an application are not all confirmed: {count} are open, the first is “{condition}”.',
  },
  condition_without_proof: {
    'zh-CN': '申请条件“{condition}”没有写明证明，也没有证实材料。',
    en: 'The condition “{condition}” has neither a proof in words nor a file.',
  },
  condition_undated: {
    'zh-CN': '申请条件“{condition}”没有写明核对日期。',
    en: 'The condition “{condition}” does not say when it was looked at.',
  },
  condition_check_old: {
    'zh-CN': '申请条件“{condition}”核对于 {date}，已满 {months} 个月，请重新核对。',
    en: 'The condition “{condition}” was looked at on {date}, {months} months ago or more; look again.',
  },
  condition_declared_otherwise: {
    'zh-CN': '申请条件“{condition}”判为满足，而“{declaration}”另作了说明，请核对两处是否一致。',
    en: 'The condition “{condition}” is said to be met, while “{declaration}” is stated otherwise; see that both agree.',
  },
  profile_field_missing: {
    'zh-CN': '企业信息缺少“{label}”，申请表必须填写。',
    en: 'The profile lacks “{label}”, which the application form needs.',
  },
  profile_field_recommended: {
    'zh-CN': '企业信息未填“{label}”，申请材料中相应部分将为空。',
    en: 'The profile lacks “{label}”; that part of the dossier will be empty.',
  },
  attachment_outdated: {
    'zh-CN':
      '附件“{title}”在证实材料库中已有第 {current} 版，所附仍是第 {revision} 版，请改用新版或取下。',
    en: 'The attached “{title}” has revision {current} in the library, while revision {revision} is attached; take the new one or detach it.',
  },
  credit_code_missing: {
    'zh-CN': '没有填写统一社会信用代码。',
    en: 'The unified social credit code is missing.',
  },
  system_effective_date_missing: {
    'zh-CN': '没有填写标准体系的实施日期，无法计算体系运行时间。',
    en: 'The date on which the standard system took effect is missing; the months run cannot be counted.',
  },
  system_released_after_effective: {
    'zh-CN': '标准体系的发布日期 {released} 晚于实施日期 {effective}。',
    en: 'The system was released on {released}, after it took effect on {effective}.',
  },
  system_run_too_short: {
    'zh-CN':
      '标准体系自 {effective} 起实施，至今满 {months} 个月；申请前应有效运行 {needed} 个月以上。',
    en: 'The system took effect on {effective} and has run {months} whole months; {needed} are needed before applying.',
  },
  items_unanswered: {
    'zh-CN': '第 {section} 部分“{title}”还有 {count} 项没有评价，首项为 {first}。',
    en: 'Part {section} “{title}” has {count} items without an answer; the first is {first}.',
  },
  not_applicable_without_reason: {
    'zh-CN': '{item} 判为不适用，但没有写明理由。',
    en: '{item} is marked not applicable without a reason.',
  },
  not_applicable_without_approval: {
    'zh-CN':
      '{item} 拟不适用，尚无评价组织的确认（机构、日期、文件号）；不计入主结果，另列确认后的分数。',
    en: '{item} is proposed as not applicable and lacks the approval (who, when, document); it is left out of the headline result and scored both ways.',
  },
  no_standards: {
    'zh-CN': '标准明细为空，无法生成标准明细表和统计表。',
    en: 'The register of standards is empty; list and statistics cannot be made.',
  },
  standard_not_current: {
    'zh-CN': '标准明细仍列有{status}的标准：{number}《{title}》。',
    en: 'The register still lists a standard that is no longer in force ({status}): {number} {title}.',
  },
  standard_not_yet_in_force: {
    'zh-CN': '{number}《{title}》自 {date} 起才实施。',
    en: '{number} {title} takes effect only on {date}.',
  },
  standard_rows_with_problems: {
    'zh-CN': '标准明细中有 {count} 行存在问题（编号、日期等），请先核对。',
    en: '{count} rows of the register have problems (number, dates …); please check them.',
  },
  full_marks_without_evidence: {
    'zh-CN': '{item} 得满分，但没有证实材料。',
    en: '{item} has full marks but no evidence.',
  },
  bonus_without_evidence: {
    'zh-CN': '加分项 {item} 计 {points} 分，但没有证实材料，现场评价时不予认可。',
    en: 'Bonus item {item} counts {points} points without proof; an evaluator will not accept it.',
  },
  deduction_without_finding: {
    'zh-CN': '{item} 扣 {points} 分，但没有写明评价发现。',
    en: '{item} loses {points} points without a finding that says why.',
  },
  same_fact_deducted_twice: {
    'zh-CN':
      '{item}“{rule}”与 {otherItem}“{otherRule}”都扣了分。属同一事实的，只在最直接的项目扣分一次，{where}；不属同一事实的，请在评价记录中分别写明。',
    en: '{item} “{rule}” and {otherItem} “{otherRule}” were both deducted. If it is the same fact, it is deducted once, in the item that it concerns most directly: {where}. If not, state both facts in the findings.',
  },
  deduction_without_action: {
    'zh-CN': '有 {count} 个扣分项没有对应的整改措施，首项为 {first}。',
    en: '{count} items with deductions have no corrective action; the first is {first}.',
  },
  evidence_expired: {
    'zh-CN': '证实材料“{title}”的有效期已于 {date} 届满，请更换有效的材料。',
    en: 'Evidence “{title}” was valid until {date} only; replace it by one that is valid.',
  },
  action_overdue: {
    'zh-CN': '整改措施 {number} 已于 {date} 到期，仍未完成（责任：{owner}）。',
    en: 'Corrective action {number} was due on {date} and is not done (owner: {owner}).',
  },
  action_not_verified: {
    'zh-CN': '整改措施 {number} 已完成，尚未验证。',
    en: 'Corrective action {number} is done but not verified.',
  },
  target_not_reached: {
    'zh-CN': '目标等级 {target}，目前{grade}；按最近的路径还差 {missing} 分。',
    en: 'The target is {target}, the grade now {grade}; the nearest route lacks {missing} points.',
  },
  no_grade: {
    'zh-CN': '目前的得分达不到任何等级（基本分 {basic}，总分 {total}）。',
    en: 'The score reaches no grade (basic {basic}, total {total}).',
  },
  gate_failed: {
    'zh-CN': '第 {section} 部分得 {earned} 分，低于必须达到的 {needed} 分，{left}。',
    en: 'Part {section} has {earned} points, below the {needed} it must reach; {left}.',
  },
  veto_item: {
    'zh-CN': '否决项目 {item} 得 {earned} 分，低于必须达到的 {needed} 分，{left}。',
    en: 'Veto: item {item} has {earned} points, below the {needed} it must reach; {left}.',
  },
  veto_rule: {
    'zh-CN': '项目 {item} 有否决情形“{text}”，{left}。',
    en: 'Veto: “{text}” was found at item {item}; {left}.',
  },
  scheme_superseded: {
    'zh-CN': '所用评分表自 {date} 起已被 {by} 代替，本材料只作预评，每页都有标注。',
    en: 'This scheme was replaced by {by} on {date}; the dossier is provisional and says so on every page.',
  },
  plan_field_missing: {
    'zh-CN': '自我评价缺少“{label}”，自我评价报告中相应内容将为空。',
    en: 'The self-evaluation lacks “{label}”; that part of the report will be empty.',
  },
  evaluated_too_early: {
    'zh-CN': '自我评价始于 {started}，此时体系运行仅 {months} 个月；宜在运行 {needed} 个月后进行。',
    en: 'The self-evaluation began on {started}, after only {months} months of operation; {needed} are expected.',
  },
  conclusion_missing: {
    'zh-CN': '自我评价没有写明结论。',
    en: 'The self-evaluation has no conclusion.',
  },
  declaration_unconfirmed: {
    'zh-CN': '“{title}”尚未确认，将以“待确认”字样写入申请材料。',
    en: '“{title}” has not been confirmed; the dossier will say so.',
  },
  declaration_empty: {
    'zh-CN': '“{title}”选择了另作说明，但没有写明情况。',
    en: '“{title}” is to be stated otherwise, but the statement is empty.',
  },
  declaration_contradicts: {
    'zh-CN': '“{title}”与评分表矛盾：{item} 判有“{rule}”。请改正评价，或在声明中如实说明。',
    en: '“{title}” contradicts the scoring table: {item} says “{rule}”. Correct the answer, or declare what there was.',
  },
  operation_contradicts: {
    'zh-CN':
      '评分表与企业信息矛盾：{item} 判有“{rule}”，而标准体系自 {effective} 起实施，到 {started} 已满 {months} 个月。',
    en: 'Scoring table and profile contradict each other: {item} says “{rule}”, but the system took effect on {effective} and had run {months} months by {started}.',
  },
  notes_unconfirmed: {
    'zh-CN':
      '编制说明有 {count} 处草稿没有确认，首处为“{first}”。请逐条核对、补充并确认后再生成申请材料。',
    en: '{count} points of the compilation notes are unconfirmed drafts, the first “{first}”. Check, complete and confirm each before the dossier is built.',
  },
  notes_drafted: {
    'zh-CN':
      '编制说明有 {count} 处草稿，首处为“{first}”，将以“草稿，待确认”字样写入申请材料；建立本企业的标准体系后可逐条确认。',
    en: '{count} points of the compilation notes are drafts, the first “{first}”, and the dossier will say so; they can be confirmed once the enterprise has a system of its own.',
  },
  notes_outdated: {
    'zh-CN':
      '编制说明“{title}”有 {count} 处数字与现在的明细表和统计表不同，首处现为：{now}请按现状修改并重新确认。',
    en: '{count} sentences of “{title}” in the compilation notes tell other figures than list and statistics do today; the first would be: {now} Change and confirm them.',
  },
};

/** What is wrong and how to mend it, by code. */
const allTexts: Readonly<Record<string, Text>> = {
  ...texts,
  ...Object.fromEntries(
    CONSISTENCY_RULES.map(({ code, text, mend }) => [
      code,
      { 'zh-CN': text['zh-CN'] + mend['zh-CN'], en: `${text.en} ${mend.en}` },
    ]),
  ),
};

/** The sentence of a finding. */
export function findingText(found: DossierFinding, language: Language): string {
  const text = allTexts[found.code]?.[language] ?? found.code;
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = found.params[`${name}:${language}`] ?? found.params[name];
    return value === undefined ? whole : String(value);
  });
}
