import type { Wording } from './error-text';

/** A public site at which the state of a standard is looked up. */
export interface OfficialSite {
  readonly name: Wording;
  /** `{number}` is the number as a query; without it the site takes no number in its address. */
  readonly address: string;
}

const site = (zh: string, en: string, address: string): OfficialSite => ({
  name: { zh, en },
  address,
});

/** By the level of a standard. Only search addresses that are known to work; otherwise the front page. */
export const OFFICIAL_SITES: Readonly<Partial<Record<string, OfficialSite>>> = {
  national: site(
    '全国标准信息公共服务平台',
    'National Public Service Platform for Standards Information',
    'https://std.samr.gov.cn/search/std?tid=&q={number}',
  ),
  sector: site(
    '行业标准信息服务平台',
    'Information Platform for Sector Standards',
    'https://hbba.sacinfo.org.cn/stdList?key={number}',
  ),
  local: site(
    '地方标准信息服务平台',
    'Information Platform for Local Standards',
    'https://dbba.sacinfo.org.cn/stdList?key={number}',
  ),
  group: site(
    '全国团体标准信息平台',
    'National Group Standards Information Platform',
    'https://www.ttbz.org.cn/',
  ),
  enterprise: site(
    '企业标准信息公共服务平台',
    'Public Service Platform for Enterprise Standards',
    'https://www.qybz.org.cn/',
  ),
};

export interface LookupLink {
  readonly site: OfficialSite;
  readonly url: string;
  /** False: the person has to type the number there. */
  readonly hasNumber: boolean;
}

/** Where a standard is looked up; null where no public site is known for its level. */
export function lookupLink(level: string, number: string): LookupLink | null {
  const found = Object.hasOwn(OFFICIAL_SITES, level) ? OFFICIAL_SITES[level] : undefined;
  if (found === undefined || number.trim() === '') return null;
  const query = number.normalize('NFKC').replace(/[—–−]/g, '-').trim();
  return {
    site: found,
    url: found.address.replace('{number}', encodeURIComponent(query)),
    hasNumber: found.address.includes('{number}'),
  };
}
