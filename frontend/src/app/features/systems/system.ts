import type {
  BilingualText,
  CarriedKind,
  ExpectationDecision,
  Places,
  StructureTemplateId,
  SystemNode,
  SystemOperation,
} from '@liangxing/system-structure';

export type PlaceBasis = 'hand' | 'code' | 'suggested' | 'moved';

export interface SystemSummary {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly templateId: StructureTemplateId;
  readonly isPrimary: boolean;
  readonly movedFrom: string | null;
  /** Standards that have a place. */
  readonly placed: number;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** A system as stored. */
export interface System extends SystemSummary {
  readonly nodes: readonly SystemNode[];
  readonly decisions: Readonly<Record<string, ExpectationDecision>>;
  /** Standards in the register. */
  readonly standards: number;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

export interface SteppedSystem extends System {
  readonly skipped: readonly string[];
}

/** An entry of the register with its places in this system. */
export interface PlacedStandard {
  readonly standardId: string;
  readonly number: string;
  readonly title: string;
  readonly level: string;
  readonly isPlanned: boolean;
  readonly isOutOfForce: boolean;
  readonly nodes: readonly string[];
  readonly basis: PlaceBasis | null;
}

export interface CoverageCounts {
  readonly expected: number;
  readonly present: number;
  /** In the register, but nowhere in the system. */
  readonly unplaced: number;
  readonly planned: number;
  readonly outdated: number;
  readonly missing: number;
  readonly essential: number;
  readonly essentialPresent: number;
}

export type ExpectationState = 'present' | 'planned' | 'outdated' | 'missing' | 'not_needed';

export interface ExpectationStatus {
  readonly id: string;
  readonly node: string;
  readonly title: string;
  readonly level: 'enterprise' | 'external' | 'any';
  readonly number: string | null;
  readonly isEssential: boolean;
  readonly outline: string | null;
  readonly state: ExpectationState;
  readonly standardId: string | null;
  readonly isElsewhere: boolean;
  readonly isUnplaced: boolean;
  readonly decision: ExpectationDecision | null;
}

export interface SystemCoverage {
  readonly version: number;
  readonly industry: 'manufacturing' | 'service' | 'power';
  readonly completeness: number | null;
  readonly total: CoverageCounts;
  readonly nodes: readonly (CoverageCounts & {
    readonly key: string;
    readonly completeness: number | null;
  })[];
  readonly expectations: readonly ExpectationStatus[];
}

export type SystemStepKind =
  | 'create_system'
  | 'decide_trims'
  | 'place_standards'
  | 'write_standard'
  | 'adopt_standard'
  | 'replace_withdrawn'
  | 'fill_node'
  | 'finish_planned'
  | 'add_usual'
  | 'keep_up';

export interface SystemStep {
  readonly kind: SystemStepKind;
  readonly reason: string;
  readonly nodes: readonly string[];
  readonly expectation: string | null;
  readonly standards: readonly string[];
  readonly items: readonly string[];
  readonly points: number | null;
}

/** Of the primary system; also without one. */
export interface SystemProgress {
  readonly systemId: string | null;
  readonly completeness: number | null;
  readonly open: number;
  readonly steps: readonly SystemStep[];
}

/** An operation as stored in the history; of a placement only how many standards. */
export interface LoggedOperation {
  readonly op: string;
  readonly key?: string;
  readonly keys?: readonly string[];
  readonly isKept?: boolean;
  readonly parent?: string | null;
  readonly code?: string;
  readonly name?: BilingualText;
  readonly reason?: string;
  readonly expectation?: string;
  readonly decision?: ExpectationDecision | null;
  readonly standards?: number;
}

export interface SystemChange {
  readonly number: number;
  readonly operations: readonly LoggedOperation[];
  readonly isUndone: boolean;
  readonly byName: string;
  readonly at: string;
}

export interface MovePreview {
  readonly version: number;
  readonly from: StructureTemplateId;
  readonly to: StructureTemplateId;
  readonly rows: readonly MoveRow[];
  readonly unplaced: readonly string[];
  readonly ownNodes: readonly MovedOwnNode[];
  readonly decisions: readonly CarriedDecision[];
}

/** What becomes of an own node; the parent is a key of the new system, null for a body. */
export interface MovedOwnNode {
  readonly fromKey: string;
  readonly toKey: string;
  readonly parent: string | null;
  readonly isMerged: boolean;
  readonly reason: string;
}

export interface CarriedDecision {
  readonly kind: CarriedKind;
  readonly fromKey: string;
  /** Null: a person decides anew. */
  readonly toKey: string | null;
  readonly text: string;
  readonly reason: string;
}

export interface MoveRow {
  readonly id: string;
  readonly fromKey: string;
  /** Empty: a person must choose. */
  readonly toKey: readonly string[];
  readonly standards: readonly string[];
  readonly confidence: number;
  readonly reason: string;
}

/** What the server is asked to do; a placement may say what it rests upon. */
export type ChangeOperation =
  SystemOperation | (Extract<SystemOperation, { op: 'place' }> & { readonly basis?: PlaceBasis });

export interface PlaceSuggestion {
  readonly node: string;
  /** 0 to 1. */
  readonly confidence: number;
  /** In the reader's language, the strongest first. */
  readonly reasons: readonly { readonly kind: string; readonly text: string }[];
}

/** Likely places of the standards that have none, the likeliest first. */
export interface SuggestedPlaces {
  readonly version: number;
  /** From here on suggestions may be accepted together. */
  readonly acceptAllConfidence: number;
  readonly rows: readonly {
    readonly standardId: string;
    readonly suggestions: readonly PlaceSuggestion[];
  }[];
}

export const NO_PLACES: Places = new Map();
