import type { BilingualText, StructureTemplateId } from '../structure';

/** A place in an enterprise's own standard system. */
export interface SystemNode {
  /**
   * Stays the same whatever happens to code, name and place. A node of the template keeps the
   * template's code of the day of adoption ('CP3.2'); an own node has any unique text.
   */
  readonly key: string;
  /** Key of the parent; null for a body. */
  readonly parent: string | null;
  /** As shown and printed; unique among the nodes of the system; may be renumbered. */
  readonly code: string;
  readonly name: BilingualText;
  readonly purpose: BilingualText;
  readonly origin: 'template' | 'own';
  /** The reason where the enterprise does without this node; its whole branch is then out. */
  readonly trimmed: string | null;
  /** A person has looked at it and keeps it, though nothing stands there yet. */
  readonly isKept?: true;
}

/** What a person decided about something that a complete system normally holds. */
export type ExpectationDecision =
  | { readonly kind: 'covered'; readonly standardId: string }
  | { readonly kind: 'not_needed'; readonly reason: string };

/** A standard system as the enterprise builds it: template, trims, own nodes, decisions. */
export interface StandardSystem {
  readonly templateId: StructureTemplateId;
  readonly name: string;
  /** Depth first: each node directly before its branch, siblings in their order. */
  readonly nodes: readonly SystemNode[];
  /** By the id of the expectation. */
  readonly decisions: Readonly<Record<string, ExpectationDecision>>;
}

/** Node keys by standard id, the main place first. A standard without a place is absent. */
export type Places = ReadonlyMap<string, readonly string[]>;

/** A system with the places of the register's standards in it. */
export interface SystemState {
  readonly system: StandardSystem;
  readonly places: Places;
}

/** Bodies are level 1. */
export const MAX_SYSTEM_LEVELS = 6;
