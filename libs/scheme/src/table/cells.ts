import { formatPoints } from '../points';
import type { LocalizedText, Provenance } from '../scheme';
import { PROVENANCE } from './vocabulary';

/** The texts of one row by its columns. */
export type Cells<K extends string> = Partial<Record<K, string>>;

export const both = (text: LocalizedText): readonly [string, string] => [
  text['zh-CN'],
  text.en ?? '',
];
export const floor = (points: number | undefined): string =>
  points === undefined ? '' : formatPoints(points);
export const origin = (part: { readonly provenance?: Provenance; readonly source?: string }) => ({
  provenance: PROVENANCE[part.provenance ?? 'entered'],
  source: part.source ?? '',
});
export const ownId = (id: string): string => id.slice(id.lastIndexOf('-') + 1);
