/** Where a standard stands at a day. 即将废止 comes only from a catalogue, never from the dates. */
export type StandardStatus =
  'unpublished' | 'upcoming' | 'current' | 'ending' | 'replaced' | 'withdrawn' | 'unknown';

export const STANDARD_STATUS_NAMES: Readonly<
  Record<StandardStatus, { readonly 'zh-CN': string; readonly en: string }>
> = {
  unpublished: { 'zh-CN': '未发布', en: 'Not published' },
  upcoming: { 'zh-CN': '即将实施', en: 'Published, not yet in force' },
  current: { 'zh-CN': '现行', en: 'In force' },
  ending: { 'zh-CN': '即将废止', en: 'In force, to be withdrawn' },
  replaced: { 'zh-CN': '被代替', en: 'Replaced' },
  withdrawn: { 'zh-CN': '废止', en: 'Withdrawn' },
  unknown: { 'zh-CN': '待查', en: 'Unchecked' },
};

/** Calendar dates `YYYY-MM-DD`; a missing one is a date that nobody has told, or that does not exist. */
export interface StandardDates {
  readonly issued?: string | undefined;
  readonly inForce?: string | undefined;
  /** First day out of force. */
  readonly withdrawn?: string | undefined;
  /** Numbers of what replaces it, wholly or in part (split, merge). */
  readonly replacedBy?: readonly string[] | undefined;
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** True for an existing calendar day in the form `YYYY-MM-DD`. */
export function isIsoDate(text: string): boolean {
  if (!/^(?!0000)\d{4}-\d{2}-\d{2}$/u.test(text)) return false;
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const longest = month === 2 && isLeap ? 29 : (DAYS[month - 1] ?? 0);
  return day >= 1 && day <= longest;
}

const isMissingOrDate = (text: string | undefined): boolean =>
  text === undefined || isIsoDate(text);

/**
 * Status at `day` by the dates alone (`currencyOn` also knows replacements and claims): before issue 未发布, before force 即将实施, in force 现行, from the
 * withdrawal day on 被代替 where a replacement is known, else 废止. Without the date that decides,
 * or with dates that contradict each other, the answer is 待查; it is never taken for 现行.
 */
export function statusOn(dates: StandardDates, day: string): StandardStatus {
  const { issued, inForce, withdrawn, replacedBy = [] } = dates;
  const areDates = [issued, inForce, withdrawn].every(isMissingOrDate) && isIsoDate(day);
  if (!areDates) return 'unknown';
  if (issued !== undefined && inForce !== undefined && inForce < issued) return 'unknown';
  if (issued !== undefined && withdrawn !== undefined && withdrawn < issued) return 'unknown';
  if (withdrawn !== undefined && day >= withdrawn) {
    return replacedBy.length > 0 ? 'replaced' : 'withdrawn';
  }
  if (issued !== undefined && day < issued) return 'unpublished';
  if (inForce === undefined) return 'unknown';
  if (day >= inForce) return 'current';
  return issued === undefined ? 'unknown' : 'upcoming';
}

/** True where the standard may be followed on the day: 现行, or 即将废止, which is still in force. */
export function isInForce(status: StandardStatus): boolean {
  return status === 'current' || status === 'ending';
}

const STATUS_WORDS: Readonly<Record<string, StandardStatus>> = {
  未发布: 'unpublished',
  即将实施: 'upcoming',
  未实施: 'upcoming',
  尚未实施: 'upcoming',
  待实施: 'upcoming',
  未生效: 'upcoming',
  尚未生效: 'upcoming',
  即将生效: 'upcoming',
  现行: 'current',
  有效: 'current',
  现行有效: 'current',
  确认有效: 'current',
  继续有效: 'current',
  复审有效: 'current',
  即将废止: 'ending',
  即将作废: 'ending',
  即将失效: 'ending',
  即将被代替: 'ending',
  即将被替代: 'ending',
  被代替: 'replaced',
  被替代: 'replaced',
  已被代替: 'replaced',
  已被替代: 'replaced',
  被取代: 'replaced',
  已代替: 'replaced',
  已替代: 'replaced',
  代替: 'replaced',
  停用: 'withdrawn',
  已停用: 'withdrawn',
  停止使用: 'withdrawn',
  失效: 'withdrawn',
  已失效: 'withdrawn',
  撤销: 'withdrawn',
  已撤销: 'withdrawn',
  作废: 'withdrawn',
  已作废: 'withdrawn',
  废除: 'withdrawn',
  已废除: 'withdrawn',
  废止: 'withdrawn',
  已废止: 'withdrawn',
};

/**
 * Status named by a word of a catalogue or register, also with a remark in brackets behind it: 废止（转行标）. Words that
 * do not name a status (有更新版 says nothing about the withdrawal day) and remarks that contradict theirs are 待查.
 */
export function statusFromWord(word: string): StandardStatus {
  const plain = word.replaceAll(/\s/gu, '');
  const known = ofWord(plain);
  if (known !== undefined) return known;
  const [, said = '', remark = ''] =
    /^([^（(]{1,10})[（(]([^（()）]{1,30})[)）]$/u.exec(plain) ?? [];
  const outer = ofWord(said) ?? 'unknown';
  const inner = ofWord(remark);
  if (inner === undefined || inner === outer) return outer;
  if (outer === 'current' && inner === 'ending') return inner;
  const areOut = [outer, inner].every((status) => status === 'replaced' || status === 'withdrawn');
  return areOut ? 'replaced' : 'unknown';
}

const ofWord = (plain: string): StandardStatus | undefined =>
  Object.hasOwn(STATUS_WORDS, plain) ? STATUS_WORDS[plain] : undefined;
