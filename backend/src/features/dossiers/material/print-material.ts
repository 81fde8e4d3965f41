import type { DossierSnapshot } from '@liangxing/dossier';
import { buildSnapshot, type DossierIssue } from '../snapshot/build-snapshot';
import { deriveMaterial } from './derive-material';
import type { FrozenIssue, FrozenMaterial } from './frozen-material';

/** What the dossier of a material shows. Pure: the same material gives an equal snapshot. */
export function printMaterial(material: FrozenMaterial): DossierSnapshot {
  return buildSnapshot(deriveMaterial(material), printedIssue(material.issue));
}

export function printedIssue({ createdAt, ...issue }: FrozenIssue): DossierIssue {
  return { ...issue, createdAt: new Date(createdAt) };
}
