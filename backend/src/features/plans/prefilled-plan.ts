import { plusDays, type AgendaDraftLine, type PlanDraft } from '@liangxing/contracts';
import type { FrozenMaterial } from '../dossiers/pure';

/** Working days of an evaluation that nobody has planned yet, and how soon it can be. */
const DAYS = 2;
const NOTICE_DAYS = 14;
/** When departments are looked at: hour by hour, with a break at noon. */
const HOURS = [
  ['09:30', '10:30'],
  ['10:30', '11:30'],
  ['13:30', '14:30'],
  ['14:30', '15:30'],
  ['15:30', '16:30'],
] as const;

/** Names of the standards of the series, where a scheme names them by number alone. */
const TITLES: Readonly<Record<string, string>> = {
  'GB/T 35778-2017': '《企业标准化工作 指南》',
  'GB/T 15496-2017': '《企业标准体系 要求》',
  'GB/T 15497-2017': '《企业标准体系 产品实现》',
  'GB/T 15498-2017': '《企业标准体系 基础保障》',
  'GB/T 19273-2017': '《企业标准化工作 评价与改进》',
};

/**
 * A plan to begin with, by what the enterprise handed in. It is Chinese, as all that is told to the enterprise.
 * @param today `YYYY-MM-DD`
 */
export function prefilledPlan(
  { profile, scheme, assessment }: Pick<FrozenMaterial, 'profile' | 'scheme' | 'assessment'>,
  today: string,
): PlanDraft {
  const { document } = scheme;
  const from = firstMondayFrom(plusDays(today, NOTICE_DAYS));
  const to = plusDays(from, DAYS - 1);
  const grade = assessment.targetGrade === '' ? '' : `，确认是否达到 ${assessment.targetGrade} 级`;
  const basis = document.basis.map((number) => `${number}${TITLES[number] ?? ''}`);
  const products = profile.products.filter((each) => each.trim() !== '').join('、');
  const departments = departmentsOf(profile);
  return {
    purpose: `评价企业标准体系的建立、运行和改进情况${grade}。`,
    scope:
      products === ''
        ? '企业标准体系覆盖的产品、服务、部门和场所。'
        : `${products}及其有关的管理活动，所涉及的部门和场所。`,
    basis: [...basis, '企业标准体系文件', '适用的法律、法规和强制性标准'].join('；\n'),
    method: '查阅文件和记录、现场查看、与有关人员交谈。',
    sampling:
      '对各部门的标准和记录随机抽样，每类一般抽取 3 至 5 份；发现不符合时扩大抽样。抽样不能覆盖全部，未抽到的部分仍由企业自行负责。',
    from,
    to,
    agenda: agendaOf(departments, [from, to]),
  };
}

/** Names of the departments of an enterprise, each once. */
export function departmentsOf({
  departments,
}: Pick<FrozenMaterial['profile'], 'departments'>): readonly string[] {
  return [...new Set(departments.map(({ name }) => name.trim()))].filter((name) => name !== '');
}

function agendaOf(
  departments: readonly string[],
  days: readonly [string, string],
): readonly AgendaDraftLine[] {
  const [first, last] = days;
  const slots = days.flatMap((day) => HOURS.map(([from, to]) => ({ day, from, to })));
  const perSlot = Math.max(1, Math.ceil(departments.length / slots.length));
  const looked = slots.flatMap((slot, at) => {
    const names = departments.slice(at * perSlot, (at + 1) * perSlot);
    return names.map((department) => line({ ...slot, department, content: '文件评价和现场评价' }));
  });
  return [
    line({
      ...{ kind: 'first_meeting', day: first, from: '09:00', to: '09:30', content: '首次会议' },
    }),
    ...looked,
    line({
      ...{ kind: 'closing_meeting', day: last, from: '16:30', to: '17:00', content: '末次会议' },
    }),
  ];
}

const line = (
  facts: Pick<AgendaDraftLine, 'day' | 'from' | 'to' | 'content'> & Partial<AgendaDraftLine>,
): AgendaDraftLine => ({ kind: 'evaluation', department: '', assessors: [], ...facts });

function firstMondayFrom(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return plusDays(day, (8 - weekday) % 7);
}
