import type {
  AnyRole,
  GrantedAreas,
  Language,
  OrganizationKind,
  PlatformPermission,
} from '@liangxing/contracts';
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

/** What a personal access token leaves of what its person may do. */
export interface TokenScope extends GrantedAreas {
  readonly name: string;
  /** The only organization whose data it opens; null: all that its person can enter. */
  readonly limitedTo: string | null;
}

/** A signed-in person as the guards need them; kept for seconds in memory. */
export interface Identity {
  readonly userId: string;
  /** Of the session or the access token, which is no secret; the token itself is. */
  readonly sessionId: string;
  /** Null where the person asks in a session. */
  readonly accessToken: TokenScope | null;
  readonly userName: string;
  readonly language: Language;
  /** By organization id. */
  readonly memberships: ReadonlyMap<string, Membership>;
  /** By id of the organization that gave the grant. */
  readonly grants: ReadonlyMap<string, GrantedEntry>;
  readonly platform: ReadonlySet<PlatformPermission>;
}

/** Finds who a session token or an access token belongs to. The accounts feature implements it. */
export abstract class Identities {
  /**
   * As remembered for some seconds: for data of an organization, whose transactions prove session and membership.
   * @param address from which the token is used
   * @returns null for an unknown, ended or malformed token
   */
  abstract find(token: string, address?: string): Promise<Identity | null>;

  /** As the database says now. @returns null for an unknown, ended or malformed token */
  abstract findNow(token: string, address?: string): Promise<Identity | null>;
}
