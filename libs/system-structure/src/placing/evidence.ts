import type { BilingualText } from '../structure';

/** Why a place is suggested, as people read it. */
export interface PlaceReason {
  readonly kind: 'code' | 'number' | 'word' | 'history' | 'expectation';
  readonly text: BilingualText;
}

/** What speaks for a node. */
export interface Evidence {
  readonly node: string;
  /** 0 to 1. */
  readonly weight: number;
  readonly reason: PlaceReason;
}

/** Evidence by words of the title: what the title is about, or what that belongs to. */
export interface TitleEvidence extends Evidence {
  readonly isHead: boolean;
}
