/** Why a piece of work takes as long as it does: who, or what, else it waits for. */
export type LongBecause =
  | 'standards_body'
  | 'appointment'
  | 'research'
  | 'certification'
  | 'award'
  | 'acceptance'
  | 'adoption'
  | 'running_in'
  | 'next_sample';

/** A kind of work that earns, what it usually takes for one piece, and how it is known in a scheme's words. */
interface UsualWork {
  /** Words of the item: its topic and what it asks for. */
  readonly asks: RegExp;
  /** Words of the rule; all rules of the item if left out. */
  readonly says?: RegExp;
  /** Person-days of the enterprise. */
  readonly days: number;
  /** Least months from the decision until it counts (最短周期). */
  readonly months: number;
  readonly because: LongBecause | null;
}

const international = /制定[^。]*(ISO|IEC|国际标准)/;
const national = /起草[^。]*国家标准/;
const sector = /起草[^。]*行业标准/;
const localOrGroup = /起草[^。]*(地方|团体)标准/;
const leads = /前三|主导|牵头/;

/**
 * Estimates of ours, no published figures; every one can be changed where the plan is made. The first that fits
 * counts, so the narrower ones stand above. Months are the shortest that are met in practice: an ISO project runs
 * 36 months from proposal to publication (ISO/IEC Directives Part 1, 2.1.6), a national one 18 to 24 from its plan
 * (国家标准管理办法, 2022), a recognised certificate asks for three months of records and an internal audit before it.
 */
export const usualWorks: readonly UsualWork[] = [
  { asks: international, says: /立项/, days: 150, months: 18, because: 'standards_body' },
  { asks: international, says: /主导/, days: 600, months: 36, because: 'standards_body' },
  { asks: international, days: 200, months: 36, because: 'standards_body' },
  { asks: national, says: /在研/, days: 30, months: 6, because: 'standards_body' },
  { asks: national, says: leads, days: 150, months: 24, because: 'standards_body' },
  { asks: national, days: 60, months: 24, because: 'standards_body' },
  { asks: sector, says: leads, days: 100, months: 18, because: 'standards_body' },
  { asks: sector, days: 40, months: 18, because: 'standards_body' },
  { asks: localOrGroup, says: /团体/, days: 25, months: 9, because: 'standards_body' },
  { asks: localOrGroup, days: 40, months: 15, because: 'standards_body' },
  { asks: /标准化[^。]*(科研|试验验证)/, days: 60, months: 24, because: 'research' },
  { asks: /秘书处|召集人/, days: 120, months: 24, because: 'appointment' },
  { asks: /委员|工作组专家/, days: 15, months: 12, because: 'appointment' },
  { asks: /采用国际标准|国外先进标准/, days: 40, months: 9, because: 'adoption' },
  { asks: /关键指标高于|先进性/, says: /第三方/, days: 15, months: 4, because: 'certification' },
  { asks: /关键指标高于|先进性/, days: 20, months: 3, because: null },
  {
    asks: /(专利|成果)[^。]*标准/,
    says: /国家|行业/,
    days: 80,
    months: 24,
    because: 'standards_body',
  },
  { asks: /(专利|成果)[^。]*标准/, days: 12, months: 3, because: null },
  {
    asks: /质量、环境、职业健康安全管理体系/,
    days: 60,
    months: 6,
    because: 'certification',
  },
  { asks: /能源、测量|产品认证/, days: 40, months: 6, because: 'certification' },
  { asks: /内控标准/, days: 15, months: 3, because: null },
  { asks: /信息系统管理标准/, days: 15, months: 3, because: null },
  { asks: /奖励/, says: /国家级/, days: 120, months: 24, because: 'award' },
  { asks: /奖励/, says: /省部级/, days: 60, months: 18, because: 'award' },
  { asks: /奖励/, days: 20, months: 12, because: 'award' },
  { asks: /试点示范/, says: /论文|经验/, days: 8, months: 3, because: null },
  { asks: /试点示范/, days: 60, months: 24, because: 'acceptance' },
];
