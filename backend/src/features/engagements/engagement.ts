import type { EngagementSide, EngagementState } from '@liangxing/contracts';
import type { AskedTerms } from './terms';

interface Agreement extends AskedTerms {
  /** Of the engagement; the same on both sides. */
  readonly id: string;
  readonly state: EngagementState;
  readonly offeredBy: EngagementSide;
  /** Until when an offer waits for its answer; null where it was answered. */
  readonly expiresAt: string | null;
  readonly version: number;
}

/** An engagement as the enterprise sees it: who works on its data, since when, and when they did last. */
export interface Engagement extends Agreement {
  readonly consultancyName: string;
  /** Who opened the data: for the enterprise. */
  readonly givenBy: string;
  readonly givenAt: string;
  /** Who answered the offer, or ended it; empty where nobody did. */
  readonly decidedBy: string;
  readonly endedAt: string | null;
  /** Names of those who may enter now. */
  readonly people: readonly string[];
  readonly lastActivityAt: string | null;
}

/** A person of the consultancy who works for a client. */
export interface Assigned {
  readonly userId: string;
  readonly name: string;
}

/** An engagement as the consultancy sees it. */
export interface Client extends Agreement {
  /** Null while a mailed offer waits: nobody has said for which enterprise. */
  readonly clientId: string | null;
  readonly clientName: string;
  /** To which an offer was mailed; null where it was not. */
  readonly email: string | null;
  readonly mailFailedAt: string | null;
  readonly changedAt: string;
  readonly people: readonly Assigned[];
}

/** What a mailed offer says to who holds its link. */
export interface SeenOffer extends AskedTerms {
  readonly consultancyId: string;
  readonly consultancyName: string;
  readonly offeredByName: string;
  readonly expiresAt: string;
  /** As the consultancy knows the enterprise; may be empty. */
  readonly enterpriseName: string;
  readonly creditCode: string;
}
