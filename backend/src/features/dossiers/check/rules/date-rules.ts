import { isOutOfForce } from '@liangxing/system-structure';
import type { RegisterEntry } from '../../../systems/pure';
import type { DossierMaterial } from '../../dossier-material';
import type { ConsistencyRule, RuleHit } from './rule';

/** The enterprise's own standards in force: it alone sets their dates. What is still to come is told as that. */
function ownStandards({ standards }: DossierMaterial): readonly RegisterEntry[] {
  return standards.filter(
    (entry) =>
      entry.level === 'enterprise' &&
      entry.status !== 'upcoming' &&
      !entry.isPlanned &&
      !isOutOfForce(entry),
  );
}

const hitOf = (
  { id, number, title }: RegisterEntry,
  params: Readonly<Record<string, string>>,
): RuleHit => ({ params: { number, title, ...params }, place: { standardId: id } });

const planDay = (field: 'startedOn' | 'finishedOn') => ({ field: `assessment.plan.${field}` });

/** Dates that cannot all be true. */
export const DATE_RULES = [
  {
    code: 'standard_after_evaluation',
    severity: 'error',
    text: {
      'zh-CN':
        '{number}《{title}》自 {date} 起实施，晚于评价结束日期 {finished}，不能作为已运行的标准评价。',
      en: '{number} {title} took effect on {date}, after the evaluation ended on {finished}: it cannot have been evaluated as operating.',
    },
    mend: {
      'zh-CN': '请核对实施日期或评价日期；确属新标准的，登记为拟制定，或在其运行后补充评价。',
      en: 'Check both dates; a standard that is new is entered as planned, or evaluated once it operates.',
    },
    find: (material): readonly RuleHit[] => {
      const { finishedOn } = material.assessment.plan;
      if (finishedOn === null) return [];
      return ownStandards(material)
        .filter(({ inForceOn }) => inForceOn !== null && inForceOn > finishedOn)
        .map((entry) => hitOf(entry, { date: entry.inForceOn ?? '', finished: finishedOn }));
    },
  },
  {
    code: 'standard_released_after_force',
    severity: 'error',
    text: {
      'zh-CN': '{number}《{title}》的发布日期 {issued} 晚于实施日期 {date}。',
      en: '{number} {title} was released on {issued}, after it took effect on {date}.',
    },
    mend: { 'zh-CN': '请改正标准明细中的日期。', en: 'Correct the dates in the register.' },
    find: (material): readonly RuleHit[] =>
      ownStandards(material)
        .filter(
          ({ issuedOn, inForceOn }) =>
            issuedOn !== null && inForceOn !== null && issuedOn > inForceOn,
        )
        .map((entry) =>
          hitOf(entry, { issued: entry.issuedOn ?? '', date: entry.inForceOn ?? '' }),
        ),
  },
  {
    code: 'evaluation_ends_before_it_begins',
    severity: 'error',
    text: {
      'zh-CN': '自我评价的结束日期 {finished} 早于开始日期 {started}。',
      en: 'The self-evaluation ended on {finished}, before it began on {started}.',
    },
    mend: { 'zh-CN': '请改正评价日期。', en: 'Correct the days of the evaluation.' },
    find: ({ assessment: { plan } }): readonly RuleHit[] => {
      const { startedOn: started, finishedOn: finished } = plan;
      if (started === null || finished === null || started <= finished) return [];
      return [{ params: { started, finished }, place: planDay('finishedOn') }];
    },
  },
  {
    code: 'evaluation_in_future',
    severity: 'error',
    text: {
      'zh-CN': '自我评价的结束日期 {finished} 还没有到，材料却称评价已经完成。',
      en: 'The self-evaluation ends on {finished}, which is still to come, but the dossier says that it is done.',
    },
    mend: {
      'zh-CN': '请改正日期，或在评价结束后再生成材料。',
      en: 'Correct the day, or build the dossier when the evaluation has ended.',
    },
    find: ({ assessment: { plan } }, today): readonly RuleHit[] => {
      const { finishedOn: finished } = plan;
      if (finished === null || finished <= today) return [];
      return [{ params: { finished }, place: planDay('finishedOn') }];
    },
  },
  {
    code: 'objective_past',
    severity: 'warning',
    text: {
      'zh-CN': '标准化目标“{objective}”的期限 {year} 年已过。',
      en: 'The objective “{objective}” was due in {year}, which has passed.',
    },
    mend: {
      'zh-CN': '已达到的请更新目标，未达到的请说明并调整。',
      en: 'Where it was reached, set a new one; where not, say so and adjust it.',
    },
    find: ({ profile }, today): readonly RuleHit[] =>
      profile.objectives.flatMap(({ text, period }) => {
        const years = `${text} ${period}`.match(/20\d{2}(?=\s*年)/gu) ?? [];
        const year = Math.max(0, ...years.map(Number));
        if (year === 0 || year >= Number(today.slice(0, 4))) return [];
        return [{ params: { objective: text, year }, place: { field: 'profile.objectives' } }];
      }),
  },
] as const satisfies readonly ConsistencyRule[];
