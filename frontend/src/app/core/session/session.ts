import type { AnyRole, OrganizationKind, Role } from '@liangxing/contracts';
import type { Language } from '../i18n/language';

export interface SessionUser {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly language: Language;
  /** May bring files into the catalogue of standards and answer remarks about it. */
  readonly isCatalogueMaintainer: boolean;
  /** Mail to others waits until the address is confirmed. */
  readonly mustConfirmEmail: boolean;
}

export interface Membership {
  readonly organizationId: string;
  readonly organizationName: string;
  readonly kind: OrganizationKind;
  readonly role: AnyRole;
  /** The shipped example, not a real enterprise. */
  readonly isSample: boolean;
}

/** What a mailed invitation tells before it is accepted. */
export interface SeenInvitation {
  readonly organizationName: string;
  readonly role: Role;
}

export interface Session {
  readonly user: SessionUser | null;
  readonly memberships: readonly Membership[];
}
