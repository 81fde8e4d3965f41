import type { Scheme } from '@liangxing/scheme';

/** What a body (评价组织) offers now, one version of each of its tables. */
export interface Offer {
  readonly schemeId: string;
  readonly version: string;
  readonly offeredAt: Date;
  readonly offeredByName: string;
}

/** The same as enterprises see it. */
export interface OfferedScheme extends Pick<Offer, 'schemeId' | 'version' | 'offeredAt'> {
  readonly bodyId: string;
  readonly bodyName: string;
  readonly title: Scheme['title'];
}
