import type { ExportState } from '@liangxing/contracts';

/** An export of everything as its owners see it. */
export interface OrganizationExport {
  readonly id: string;
  readonly state: ExportState;
  /** Percent. */
  readonly progress: number;
  readonly orderedAt: string;
  readonly orderedByName: string;
  /** Bytes; null until it is ready. */
  readonly size: number | null;
  readonly files: number | null;
  /** Files that were not in the store; the file itself names them. */
  readonly missing: number | null;
  readonly expiresAt: string | null;
}

/** With where its content lies. */
export interface StoredExport extends OrganizationExport {
  readonly storageKey: string | null;
  readonly sha256: string | null;
}

/** What making it tells. */
export interface BuiltExport {
  readonly storageKey: string;
  readonly size: number;
  readonly sha256: string;
  readonly files: number;
  readonly missing: number;
}
