import type { OrganizationKind, OrganizationState } from '@liangxing/contracts';

/** A file of an application as people see it. */
export interface ApplicationDocument {
  readonly id: string;
  readonly fileName: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  readonly uploadedAt: string;
  readonly uploadedByName: string;
}

/** With where its content lies. */
export interface StoredDocument extends ApplicationDocument {
  readonly sha256: string;
  readonly storageKey: string;
}

/** How an organization stands with the platform, and what it handed in for that. */
export interface Application {
  readonly kind: OrganizationKind;
  readonly name: string;
  readonly creditCode: string | null;
  readonly state: OrganizationState;
  /** Why it was refused or suspended; else empty. */
  readonly reason: string;
  readonly since: string;
  readonly documents: readonly ApplicationDocument[];
  readonly version: number;
}
