import type { OrganizationKind, OrganizationQuota, OrganizationState } from '@liangxing/contracts';
import type { ApplicationDocument } from '../../organizations';

/** What an administrator sees of an organization: who it is and how it stands, never what it works on. */
export interface ListedOrganization {
  readonly id: string;
  readonly kind: OrganizationKind;
  readonly name: string;
  readonly creditCode: string | null;
  readonly state: OrganizationState;
  /** Why it was refused or suspended; else empty. */
  readonly reason: string;
  /** Since when it is in this state. */
  readonly since: string;
  readonly foundedAt: string;
  readonly isSample: boolean;
  readonly members: number;
  readonly version: number;
}

/** A quota, as it holds for one organization. */
export interface OrganizationLimit {
  readonly name: OrganizationQuota;
  /** Of its own; null: the setting holds. */
  readonly own: number | null;
  /** Of every organization without one of its own. */
  readonly usual: number;
}

export interface PlatformOrganization extends ListedOrganization {
  /** Enterprises for which it works by a grant now. */
  readonly clients: number;
  readonly evidenceFiles: number;
  readonly evidenceBytes: number;
  readonly documents: readonly ApplicationDocument[];
  readonly limits: readonly OrganizationLimit[];
}

export interface OrganizationFilter {
  /** Part of the name, or the whole credit code of one that applied with it. */
  readonly search?: string | undefined;
  readonly kind?: OrganizationKind | undefined;
  readonly state?: OrganizationState | undefined;
}
