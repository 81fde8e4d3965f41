import type { DossierMaterial } from '../dossier-material';
import type { DossierFinding } from './finding';
import { CONSISTENCY_RULES } from './rules/index';

/** Findings of all rules. */
export function consistencyFindings(material: DossierMaterial, today: string): DossierFinding[] {
  return CONSISTENCY_RULES.flatMap(({ code, severity, find }) =>
    find(material, today).map(({ params, place }) => ({ code, severity, params, ...place })),
  );
}
