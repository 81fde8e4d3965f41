import type { ScoringKey } from './columns';
import type { RowReader } from './sheet-cursor';

export type ScoringRow = RowReader<ScoringKey>;
export interface Origin {
  readonly provenance: string;
  readonly source?: string;
}

export interface ItemDraft extends Origin {
  readonly id: string;
  readonly rules: RuleDraft[];
  readonly [field: string]: unknown;
}

export interface OptionDraft {
  readonly id?: string;
  readonly [field: string]: unknown;
}

export interface RuleDraft {
  readonly id: string;
  readonly kind: string;
  readonly choices?: OptionDraft[];
  readonly bands?: OptionDraft[];
  readonly [field: string]: unknown;
}
