/** What schemes and their rules are written in. */

/** Integer hundredths of a point: 5 points = 500. Never a fraction. */
export type Hundredths = number;

/** A calendar date, `YYYY-MM-DD`. */
export type IsoDate = string;

export type Language = 'zh-CN' | 'en';

/** Text by language; Chinese is always there, because the schemes are Chinese. */
export type LocalizedText = { readonly 'zh-CN': string } & Partial<
  Readonly<Record<Language, string>>
>;

/**
 * Where a figure or a sentence comes from.
 * `verified`: read in a public source; `house`: written by us; `entered`: typed by a user from a document they hold.
 */
export type Provenance = 'verified' | 'house' | 'entered';

/** Facts of the enterprise that some rules and routes depend on. */
export type EnterpriseSize = 'large' | 'medium' | 'small';
export type IndustryKind = 'industry' | 'agriculture' | 'services';

/** True where every named fact of the enterprise is among the listed ones. */
export interface When {
  readonly size?: readonly EnterpriseSize[];
  readonly industry?: readonly IndustryKind[];
}
