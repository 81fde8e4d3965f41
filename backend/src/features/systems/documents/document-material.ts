import type { SystemDocument } from '@liangxing/dossier';
import { placesByCode, systemTree } from '@liangxing/system-structure';
import type { EnterpriseKind } from '../enterprise-kind';
import type { StoredSystem } from '../system';
import { placesOf, systemOf } from '../system-state';
import { entriesOf } from './register-entry';
import {
  systemContent,
  type DocumentSettings,
  type SystemContent,
  type SystemOwner,
} from './system-part';

/** What the documents of a system are made of, as it was read in one instant; a thread makes them of it. */
export interface DocumentMaterial {
  readonly stored: Pick<StoredSystem, 'name' | 'templateId' | 'isPrimary' | 'document'>;
  /** For `placesOf`. */
  readonly places: string;
  /** For `entriesOf`. */
  readonly entries: string;
  readonly owner: SystemOwner & { readonly shortName: string };
  readonly isSample: boolean;
  readonly settings: DocumentSettings;
  readonly kind: EnterpriseKind;
  /** Laws and rules in the list of laws. */
  readonly laws: number;
}

export function contentOf(material: DocumentMaterial): SystemContent {
  const { stored, owner, settings, kind, laws } = material;
  const system = systemOf(stored);
  const places = placesOf(material.places);
  return systemContent({
    tree: systemTree(system),
    entries: entriesOf(material.entries, placesByCode(system, places)),
    owner,
    settings,
    built: { system, places, kind },
    laws,
  });
}

/** @param now ISO instant; @param day the organization's day of it */
export function printed(
  { stored, owner, isSample }: DocumentMaterial,
  content: SystemContent,
  { now, day }: { readonly now: string; readonly day: string },
): SystemDocument {
  return {
    enterpriseName: owner.name,
    shortName: owner.shortName,
    systemName: stored.name,
    date: day,
    createdAt: `${now.slice(0, 19)}Z`,
    producer: '良行',
    isSample,
    diagrams: content.diagrams,
    nodes: content.nodes,
    list: content.list,
    statistics: content.statistics,
    notes: content.points.map(({ title, text, state, asks }) => ({
      title: title['zh-CN'],
      text,
      state,
      asks,
    })),
  };
}
