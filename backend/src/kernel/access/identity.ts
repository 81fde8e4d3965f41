import type { Language, Role } from '@liangxing/contracts';

/** A signed-in person as the guards need them; kept for seconds in memory. */
export interface Identity {
  readonly userId: string;
  readonly userName: string;
  readonly language: Language;
  /** Role by organization id. */
  readonly roles: ReadonlyMap<string, Role>;
}

/** Finds who a session token belongs to. The accounts feature implements it. */
export abstract class Identities {
  /** @returns null for an unknown, ended or malformed token */
  abstract find(sessionToken: string): Promise<Identity | null>;
}
