export type DossierState = 'queued' | 'building' | 'ready' | 'failed';

/** A dossier and where its building is. Points are hundredths. */
export interface Dossier {
  readonly id: string;
  /** 1, 2, … for its assessment. */
  readonly number: number;
  readonly assessmentId: string;
  readonly state: DossierState;
  /** Percent. */
  readonly progress: number;
  /** A word (`freezing`, `rendering`, `storing`) or the printed name of a part. */
  readonly step: string;
  readonly grade: string | null;
  readonly basic: number | null;
  readonly bonus: number | null;
  readonly total: number | null;
  readonly routeId: string | null;
  readonly isProvisional: boolean | null;
  readonly pages: number | null;
  readonly size: number | null;
  readonly sha256: string | null;
  readonly snapshotSha256: string | null;
  readonly code: string;
  readonly verifyUrl: string;
  readonly error: string | null;
  readonly createdAt: string;
  readonly createdBy: { readonly id: string; readonly name: string };
  readonly builtAt: string | null;
}

export interface Finding {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  /** In the language of the page. */
  readonly message: string;
  readonly itemId?: string;
  readonly standardId?: string;
  readonly field?: string;
}

export interface DossierPart {
  readonly part: string;
  readonly state: 'ready' | 'incomplete' | 'empty';
  readonly note: string;
}

export interface DossierCheck {
  readonly blocks: boolean;
  readonly findings: readonly Finding[];
  readonly parts: readonly DossierPart[];
}

export function isOnItsWay({ state }: Dossier): boolean {
  return state === 'queued' || state === 'building';
}

const knownSteps: ReadonlySet<string> = new Set(['', 'queued', 'freezing', 'rendering', 'storing']);

/** Whether a step is a word of the program (the dictionary has it) or already a printed name. */
export function isKnownStep(step: string): boolean {
  return knownSteps.has(step);
}
