import type { Hundredths, SchemePolicies } from '../scheme';

/**
 * A scoring table while it is being entered from a copy that an enterprise holds (GB/T 19273-2017, annex C): everything
 * may still be missing or wrong. `null` is a figure that nobody typed yet; percentages are plain numbers.
 */
export interface EntryContent {
  readonly title: string;
  readonly source: EntrySource;
  readonly basicPoints: Hundredths | null;
  readonly bonusPoints: Hundredths | null;
  /** See `Scheme.tablePoints`; null: the basic parts add up to `basicPoints`. */
  readonly tablePoints: Hundredths | null;
  readonly parts: readonly EntryPart[];
  /** 分项 within parts; a part without any has its items directly. */
  readonly groups: readonly EntryGroup[];
  readonly items: readonly EntryItem[];
  /** Grades from the highest; several rows of one grade are several ways to it. */
  readonly routes: readonly EntryRoute[];
  readonly gates: readonly EntryGate[];
  readonly policies: SchemePolicies;
}

/** The copy on paper. */
export interface EntrySource {
  readonly document: string;
  readonly edition: string;
  readonly holder: string;
  readonly pages: string;
}

export interface EntryPart {
  readonly id: string;
  readonly title: string;
  readonly points: Hundredths | null;
  readonly bonus: boolean;
  /** Hundredths; see `SchemeSection.factor`. */
  readonly factor: number | null;
}

export interface EntryGroup {
  readonly id: string;
  readonly part: string;
  readonly title: string;
  readonly points: Hundredths | null;
  readonly factor: number | null;
}

export const ENTRY_RULE_KINDS = [
  'fixed',
  'per_missing',
  'per_finding',
  'choice',
  'rate',
  'award',
  'award_each',
] as const;
export type EntryRuleKind = (typeof ENTRY_RULE_KINDS)[number];

/** One step of `choice` (by its label) or `rate` (by its floor in percent). */
export interface EntryStep {
  readonly id: string;
  readonly label: string;
  readonly percent: number | null;
  readonly amount: Hundredths | null;
}

export interface EntryRule {
  /** `a`; unique within its item. */
  readonly id: string;
  readonly kind: EntryRuleKind;
  readonly text: string;
  readonly amount: Hundredths | null;
  readonly max: Hundredths | null;
  /** 追加扣除. */
  readonly beyond: boolean;
  readonly steps: readonly EntryStep[];
}

export interface EntryItem {
  readonly id: string;
  /** Id of its group, or of its part. */
  readonly under: string;
  readonly clause: string;
  readonly topic: string;
  readonly asked: string;
  readonly points: Hundredths | null;
  readonly star: boolean;
  readonly evidence: readonly string[];
  readonly rules: readonly EntryRule[];
  /** Items of the readiness scheme that a person said to be the same matter. */
  readonly mappedTo: readonly string[];
}

/** One row of the conditions of the grades; all that is named must be reached. */
export interface EntryRoute {
  readonly id: string;
  readonly grade: string;
  readonly basic: Hundredths | null;
  readonly bonus: Hundredths | null;
  readonly total: Hundredths | null;
  /** Least share of the basic points, in percent. */
  readonly share: number | null;
  /** Least share of the points of each basic part, in percent. */
  readonly partShare: number | null;
}

/** Beside the grades: named parts must reach a share; items or rules that refuse (否决). */
export interface EntryGate {
  readonly id: string;
  readonly kind: 'section_share' | 'veto';
  readonly parts: readonly string[];
  readonly items: readonly string[];
  /** `1.2-a`. */
  readonly rules: readonly string[];
  readonly percent: number | null;
  /** Highest grade that may still be had; empty: none. */
  readonly capAt: string;
  readonly text: string;
}

/** The readiness scheme whose answers and evidence an entered table may take over. */
export const READINESS_OF_ENTRY = 'gb-t-19273-2017';

/** What an entry begins with: the document that most hold, and nothing of its figures. */
export const emptyEntry = (): EntryContent => ({
  title: 'GB/T 19273-2017 附录 C 评分表',
  source: {
    document: 'GB/T 19273-2017 企业标准化工作 评价与改进',
    edition: '',
    holder: '',
    pages: '',
  },
  basicPoints: null,
  bonusPoints: null,
  tablePoints: null,
  parts: [],
  groups: [],
  items: [],
  routes: [],
  gates: [],
  policies: { notApplicable: 'reweight', notApplicableNeedsApproval: true, star: 'none' },
});

/** Where something is wrong: a step of the form, and the row and field there. */
export interface EntryPlace {
  readonly step: 'source' | 'parts' | 'items' | 'grades';
  /** Number of the part, item or grade; empty: the step itself. */
  readonly row: string;
  readonly field: string;
}

export interface EntryProblem {
  readonly code: string;
  readonly place: EntryPlace;
  readonly message: { readonly 'zh-CN': string; readonly en: string };
}
