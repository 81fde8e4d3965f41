import type {
  DossierCheckDto,
  DossierDto,
  DossierFindingDto,
  DossierPartDto,
} from '../../core/api/generated/openapi';

/** A dossier and where its building is. Points are hundredths. */
export type Dossier = DossierDto;
export type DossierCheck = DossierCheckDto;
export type DossierPart = DossierPartDto;
export type Finding = DossierFindingDto;

export function isOnItsWay({ state }: Dossier): boolean {
  return state === 'queued' || state === 'building';
}

const knownSteps: ReadonlySet<string> = new Set(['', 'queued', 'freezing', 'rendering', 'storing']);

/** Whether a step is a word of the program (the dictionary has it) or already a printed name. */
export function isKnownStep(step: string): boolean {
  return knownSteps.has(step);
}
