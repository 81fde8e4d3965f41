import type { Language } from '@liangxing/scheme';
import type { DossierMaterial } from '../../dossier-material';

/** Where a finding is mended. */
export interface FindingPlace {
  readonly itemId?: string;
  readonly standardId?: string;
  readonly field?: string;
}

/** What a rule found once: figures and names for its wording, and where to mend it. */
export interface RuleHit {
  readonly params: Readonly<Record<string, string | number>>;
  readonly place: FindingPlace;
}

/** One way in which the parts of a dossier can contradict each other. */
export interface ConsistencyRule {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  /** What is wrong; `{name}` stands for a parameter of the hit. */
  readonly text: Readonly<Record<Language, string>>;
  /** How it is mended, as a sentence behind the text. */
  readonly mend: Readonly<Record<Language, string>>;
  /** @param today day on which the dossier is judged */
  readonly find: (material: DossierMaterial, today: string) => readonly RuleHit[];
}
