import type { StandardLevel } from '@liangxing/standard-number';
import type { BilingualText, NodeProvenance, StructureTemplateId } from '../structure';
import type { OutlineId } from './outlines';

/** What a complete system holds depends on what the enterprise lives from. */
export type Industry = 'manufacturing' | 'service' | 'power';

export const INDUSTRIES = ['manufacturing', 'service', 'power'] as const satisfies Industry[];

/** Smallest first; micro enterprises are small ones here. */
export const ENTERPRISE_SIZES = ['small', 'medium', 'large'] as const;

export type EnterpriseSize = (typeof ENTERPRISE_SIZES)[number];

/** Words that must all occur in a title; an empty group is met by every title. */
export type WordGroup = readonly string[];

/** One standard or document that a complete system normally holds in one of its nodes. */
export interface Expectation {
  /** Node and topic: `CP3.2/purchase-control`. Stable: decisions of enterprises refer to it. */
  readonly id: string;
  /** The same document in the other template has the same topic. */
  readonly topic: string;
  readonly template: StructureTemplateId;
  /** Template code of the node, that is the key of the node in an enterprise's system. */
  readonly node: string;
  readonly title: BilingualText;
  /**
   * `enterprise`: written by the enterprise itself. `external`: taken from outside.
   * `any`: either will do, as where a national standard is used directly.
   */
  readonly level: 'enterprise' | 'external' | 'any';
  /** Undated number of the external standard; every edition and, without a part, every part counts. */
  readonly number?: string;
  readonly industries: readonly Industry[];
  /** The smallest enterprise that keeps it as a document of its own. */
  readonly fromSize: EnterpriseSize;
  /** Any group met by a title matches, wherever in the system the entry stands. */
  readonly words: readonly WordGroup[];
  /** Groups that count only for entries that stand in this node or below it. */
  readonly wordsHere: readonly WordGroup[];
  /** A title with one of these words never matches by words. */
  readonly exceptWords: readonly string[];
  /** Outline from which a draft can be written. */
  readonly outline?: OutlineId;
  /**
   * True: a law, a clause of the series or the core of a node that may not be trimmed asks for it.
   * False: usual, up to the enterprise. What is essential is so at every size.
   */
  readonly isEssential: boolean;
  readonly provenance: NodeProvenance;
}

/** What coverage needs to know of an entry of the register. */
export interface CoverageStandard {
  readonly id: string;
  /** As printed; may be an internal document number or empty. */
  readonly number: string;
  readonly title: string;
  /** Without one, the enterprise's own document. */
  readonly level?: StandardLevel | undefined;
  /** 拟制定: should exist, does not yet. */
  readonly isPlanned: boolean;
  /** Replaced or withdrawn on the day of the question. An unknown status is not outdated. */
  readonly isOutdated?: boolean | undefined;
}
