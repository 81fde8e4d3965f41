import type { DossierState } from '@liangxing/contracts';

/** A dossier as it is stored; the snapshot itself is read only to render it. Points are hundredths. */
export interface Dossier {
  readonly id: string;
  readonly assessmentId: string;
  /** 1, 2, …: version for this assessment. */
  readonly number: number;
  readonly code: string;
  readonly state: DossierState;
  /** Percent. */
  readonly progress: number;
  readonly step: string;
  readonly error: string | null;
  readonly snapshotSha256: string | null;
  readonly grade: string | null;
  readonly basic: number | null;
  readonly bonus: number | null;
  readonly total: number | null;
  readonly routeId: string | null;
  readonly isProvisional: boolean | null;
  readonly storageKey: string | null;
  readonly pages: number | null;
  readonly size: number | null;
  readonly sha256: string | null;
  readonly createdAt: Date;
  readonly createdBy: { readonly id: string; readonly name: string };
  readonly builtAt: Date | null;
}
