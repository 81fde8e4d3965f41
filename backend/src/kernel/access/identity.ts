import type { AnyRole, Language, OrganizationKind, PlatformPermission } from '@liangxing/contracts';
import type { Grant } from './request-context';

/** What a person is in an organization of theirs. */
export interface Membership {
  readonly kind: OrganizationKind;
  readonly role: AnyRole;
}

/** What opens the data of another organization to a person, through the one for which they act. */
export interface GrantedEntry extends Membership {
  readonly actingId: string;
  readonly grant: Grant;
}

/** A signed-in person as the guards need them; kept for seconds in memory. */
export interface Identity {
  readonly userId: string;
  /** Of the session, which is no secret; the token is. */
  readonly sessionId: string;
  readonly userName: string;
  readonly language: Language;
  /** By organization id. */
  readonly memberships: ReadonlyMap<string, Membership>;
  /** By id of the organization that gave the grant. */
  readonly grants: ReadonlyMap<string, GrantedEntry>;
  readonly platform: ReadonlySet<PlatformPermission>;
}

/** Finds who a session token belongs to. The accounts feature implements it. */
export abstract class Identities {
  /**
   * As remembered for some seconds: for data of an organization, whose transactions prove session and membership.
   * @returns null for an unknown, ended or malformed token
   */
  abstract find(sessionToken: string): Promise<Identity | null>;

  /** As the database says now. @returns null for an unknown, ended or malformed token */
  abstract findNow(sessionToken: string): Promise<Identity | null>;
}
