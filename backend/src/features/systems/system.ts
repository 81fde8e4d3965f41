import type {
  ExpectationDecision,
  NodeCount,
  StructureTemplateId,
  SystemNode,
  SystemOperation,
} from '@liangxing/system-structure';
import type { RegisterRow } from './coverage/register-row';

/** On what a place rests: a person, the register's own code, an accepted suggestion, the move to another form. */
export const PLACE_BASES = ['hand', 'code', 'suggested', 'moved'] as const;
export type PlaceBasis = (typeof PLACE_BASES)[number];

export interface SystemDocument {
  readonly nodes: readonly SystemNode[];
  readonly decisions: Readonly<Record<string, ExpectationDecision>>;
}

export interface SystemHead {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly templateId: StructureTemplateId;
  readonly isPrimary: boolean;
  readonly movedFrom: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface StoredSystem extends SystemHead {
  readonly document: SystemDocument;
  /** The transaction that wrote its row last: one half of the stamp of what is worked out of it. */
  readonly writtenBy: string;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

export type RegisterFacts = Omit<RegisterRow, 'id'>;

/** A standard of the register with its places in one system, the main one first; none: not placed. */
export interface PlacedStandard extends RegisterFacts {
  readonly standardId: string;
  readonly nodes: readonly string[];
  readonly basis: PlaceBasis | null;
}

/** An operation as it is asked for; a placement says on what it rests. */
export type AskedOperation =
  | Exclude<SystemOperation, { readonly op: 'place' }>
  | (Extract<SystemOperation, { readonly op: 'place' }> & {
      readonly basis?: PlaceBasis | undefined;
    });

export type BasisByStandard = Readonly<Record<string, PlaceBasis>>;

/** One step of undo and redo. */
export interface SystemChange {
  readonly number: number;
  readonly operations: readonly SystemOperation[];
  readonly inverse: readonly SystemOperation[];
  readonly bases: { readonly before: BasisByStandard; readonly after: BasisByStandard };
  readonly isUndone: boolean;
  readonly byName: string;
  readonly at: Date;
}

/** A system with everything that its page shows. */
export interface SystemView {
  readonly stored: StoredSystem;
  readonly counts: ReadonlyMap<string, NodeCount>;
  /** Standards of the register, and those of them that have a place. */
  readonly standards: number;
  readonly placed: number;
}
