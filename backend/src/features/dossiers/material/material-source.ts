import { canonicalJson } from '@liangxing/contracts';
import type { Scheme } from '@liangxing/scheme';
import { sha256Of } from '../../../kernel/pure';
import { entriesOf, type PrimarySystemSource } from '../../systems/pure';
import type { ActionAccounts } from '../dossier-material';
import {
  MATERIAL_FORMAT,
  MATERIAL_VERSION,
  type FrozenIssue,
  type FrozenMaterial,
  type FrozenSystem,
  type MaterialContent,
} from './frozen-material';

/** The facts as they were read in one transaction: the register and its places are texts, for a thread to parse. */
export interface MaterialSource extends Omit<MaterialContent, 'scheme' | 'system' | 'standards'> {
  readonly scheme: Scheme;
  readonly system: PrimarySystemSource | null;
  /** For `entriesOf`. */
  readonly entries: string;
  /** By action; for the check alone. */
  readonly actionAccounts: Readonly<Record<string, ActionAccounts>>;
}

export function contentOf(source: MaterialSource): MaterialContent {
  const { scheme, system, entries, actionAccounts: _accounts, ...facts } = source;
  return {
    ...facts,
    scheme: { document: scheme },
    system: system === null ? null : frozenSystem(system),
    standards: entriesOf(entries, null).map(({ nodes: _nodes, ...entry }) => entry),
  };
}

/** Text and hash of what is kept; equal facts give equal bytes. */
export function freezeMaterial(
  source: MaterialSource,
  issue: FrozenIssue,
): { readonly text: string; readonly sha256: string } {
  const material: FrozenMaterial = {
    format: MATERIAL_FORMAT,
    version: MATERIAL_VERSION,
    issue,
    ...contentOf(source),
    scheme: { document: source.scheme, sha256: sha256Of(canonicalJson(source.scheme)) },
  };
  const text = canonicalJson(material);
  return { text, sha256: sha256Of(text) };
}

function frozenSystem({ places: text, ...system }: PrimarySystemSource): FrozenSystem {
  const places = JSON.parse(text) as FrozenSystem['places'][number][];
  // They were read in no order.
  return { ...system, places: places.sort((left, right) => (left.id < right.id ? -1 : 1)) };
}
