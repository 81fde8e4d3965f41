import {
  placesByCode,
  systemTree,
  type Places,
  type StandardSystem,
  type StructureTree,
} from '@liangxing/system-structure';
import type { BuiltSystem } from './documents/built-system';
import type { DocumentSettings } from './documents/system-part';
import type { EnterpriseKind } from './enterprise-kind';
import type { StoredSystem } from './system';
import { placesOf, systemOf } from './system-state';

/** The primary system as it was read: plain data, also for a thread. */
export interface PrimarySystemSource {
  readonly stored: Pick<StoredSystem, 'id' | 'name' | 'templateId' | 'document'>;
  /** For `placesOf`. */
  readonly places: string;
  /** What people chose and wrote for its documents. */
  readonly settings: DocumentSettings;
  readonly kind: EnterpriseKind;
}

export interface PrimarySystem {
  readonly id: string;
  readonly system: StandardSystem;
  /** Without trimmed branches, by the codes that are shown. */
  readonly tree: StructureTree;
  /** Codes of its nodes by standard id, the main one first. */
  readonly places: Places;
  readonly settings: DocumentSettings;
  readonly built: BuiltSystem;
}

export function primarySystemOf(source: PrimarySystemSource): PrimarySystem {
  const { stored, settings, kind } = source;
  const system = systemOf(stored);
  const places = placesOf(source.places);
  return {
    id: stored.id,
    system,
    tree: systemTree(system),
    places: placesByCode(system, places),
    settings,
    built: { system, places, kind },
  };
}
