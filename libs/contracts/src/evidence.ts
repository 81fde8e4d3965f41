import { plusDays } from './days';

/** What one file of 证实材料 serves in one self-evaluation: its items and actions, conditions of the application, and standards of the register. */
export interface ServedPlaces {
  readonly itemIds: readonly string[];
  readonly standardIds: readonly string[];
  readonly actionIds: readonly string[];
  readonly conditionIds: readonly string[];
}

export interface EvidenceCount {
  /** Files that serve anything: 份. */
  readonly files: number;
  /** Places that they serve; one file that serves two items counts twice: 处. */
  readonly uses: number;
}

export function usesOf({ itemIds, standardIds, actionIds, conditionIds }: ServedPlaces): number {
  return itemIds.length + standardIds.length + actionIds.length + conditionIds.length;
}

/** The one count of evidence: screens, the check before submission and the dossier say these two numbers. */
export function countEvidence(files: Iterable<ServedPlaces>): EvidenceCount {
  const uses = [...files].map(usesOf).filter((count) => count > 0);
  return { files: uses.length, uses: uses.reduce((sum, count) => sum + count, 0) };
}

/** Filters of the library of evidence. */
export const EVIDENCE_STATES = ['all', 'in_use', 'unused', 'expiring', 'expired'] as const;
export type EvidenceState = (typeof EVIDENCE_STATES)[number];

/** That many days before the last valid day a file is called expiring: time to get a new certificate. */
const EXPIRING_DAYS = 30;

/** Last day on which a file that is valid until then is called expiring. @param today `YYYY-MM-DD` */
export function expiringUntil(today: string): string {
  return plusDays(today, EXPIRING_DAYS);
}

/**
 * A file is valid on its last day too.
 * @param validUntil `YYYY-MM-DD`; null: without end
 * @param today `YYYY-MM-DD`
 */
export function expiryOf(
  validUntil: string | null,
  today: string,
): 'valid' | 'expiring' | 'expired' {
  if (validUntil === null || validUntil > expiringUntil(today)) return 'valid';
  return validUntil < today ? 'expired' : 'expiring';
}
