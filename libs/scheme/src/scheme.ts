/**
 * An evaluation scheme as the rest of the product sees it: loaded, checked and normalised.
 * The YAML form of a pack is described by `scheme.schema.json`.
 */

import type { Rule } from './rule';
import type { Hundredths, IsoDate, Language, LocalizedText, Provenance, When } from './terms';

export type * from './rule';
export type * from './terms';

export interface Source {
  readonly id: string;
  readonly title: string;
  readonly note?: string;
}

/** 必备: without it no grade is thought of; 通常: most enterprises have it; 创新: what distinguishes. */
export type Need = 'essential' | 'usual' | 'innovative';

/**
 * What is looked at for a readiness item; at least one of the three.
 * `document` 文件: its nodes hold what is expected there, in force. `operation` 执行: evidence or a record of the last
 * months; where `sampled`, a number looked at and how many of them conform. `effect` 效果: a figure against an objective.
 */
export interface ItemChecks {
  readonly document?: true;
  readonly operation?: { readonly sampled: boolean };
  readonly effect?: { readonly objective: LocalizedText };
}

/** Thresholds of the operation check. Partly from `partlyFromPercent` up to, not including, `metFromPercent`. */
export interface ReadinessThresholds {
  /** How old evidence and records may be on the day of the evaluation. */
  readonly monthsBack: number;
  readonly partlyFromPercent: number;
  readonly metFromPercent: number;
  readonly provenance: Provenance;
  readonly source?: string;
}

export interface SchemeItem {
  /** The number people know it by: `2.4.3`, `B1.2`. Unique in the scheme. */
  readonly id: string;
  /** Clause of the standard it looks at, if known: `GB/T 15497-2003, 4.4`. */
  readonly clause?: string;
  readonly topic: LocalizedText;
  readonly asked: LocalizedText;
  readonly evidence: readonly LocalizedText[];
  readonly points: Hundredths;
  readonly rules: readonly Rule[];
  /** ※ in the printed table. */
  readonly star: boolean;
  /** How the item starts: `deduct` from its points, `earn` from zero, or `readiness` without points. */
  readonly mode: 'deduct' | 'earn' | 'readiness';
  /** Readiness items only. */
  readonly need?: Need;
  /** Codes of the structure nodes, of either template, whose standards answer it: `CP1.1`, `J03`. */
  readonly nodes?: readonly string[];
  /** Ids of the product's lists whose records prove it: `trainings`. */
  readonly records?: readonly string[];
  /** Readiness items only; without it see `checksOf`. */
  readonly checks?: ItemChecks;
  /** Entered tables only: the readiness items whose answers and evidence serve it, as a person mapped them. */
  readonly readinessItems?: readonly string[];
  readonly provenance: Provenance;
  readonly source?: string;
}

/** A sub-system within a section: `2.4 产品标准`. A section without sub-systems has one group of its own number. */
export interface SchemeGroup {
  readonly id: string;
  readonly title: LocalizedText;
  readonly points: Hundredths;
  readonly items: readonly SchemeItem[];
  /** Hundredths; see `SchemeSection.factor`. Never beside a factor of the section. */
  readonly factor?: number;
  /** Name of the 2003 sub-system and the 2017 area it looks at. */
  readonly subsystem2003?: string;
  readonly area2017?: string;
  /** Where title and points come from; the loader always fills it. */
  readonly provenance?: Provenance;
  readonly source?: string;
}

export interface SchemeSection {
  readonly id: string;
  readonly title: LocalizedText;
  readonly points: Hundredths;
  readonly bonus: boolean;
  readonly groups: readonly SchemeGroup[];
  /** Hundredths, 85 = 0.85: what its items earn counts so many times, while its points stay (43 of 52 → 70.2885 %). */
  readonly factor?: number;
  /** Where title and points come from; the loader always fills it. */
  readonly provenance?: Provenance;
  readonly source?: string;
}

/** All named floors must be reached (`>=`). */
export interface Route {
  readonly id: string;
  readonly when?: When;
  readonly basic?: Hundredths;
  readonly bonus?: Hundredths;
  readonly total?: Hundredths;
}

export interface Grade {
  readonly id: string;
  /** Any one route suffices. */
  readonly routes: readonly Route[];
  readonly provenance: Provenance;
  readonly source?: string;
}

interface GateBase {
  readonly id: string;
  /** The highest grade that may still be had where the gate fails; absent: none. */
  readonly capAt?: string;
  readonly text: LocalizedText;
  readonly provenance: Provenance;
  readonly source?: string;
}

/** Each named section must reach a share of its points. */
interface SectionShareGate extends GateBase {
  readonly kind: 'section_share';
  readonly sections: readonly string[];
  readonly atLeastPercent: number;
}

/** 否决项: fails where a named item stays below a share of its points, or a named rule takes anything. */
export interface VetoGate extends GateBase {
  readonly kind: 'veto';
  readonly items: readonly string[];
  /** Of the points of each named item. */
  readonly atLeastPercent: number;
  /** `1.2-b`; deductions, of items that stand in the scheme. */
  readonly rules: readonly string[];
}

/** What must hold beside the points of a grade. */
export type Gate = SectionShareGate | VetoGate;

/** The form of the systems that a scheme evaluates: GB/T 15496-2003 or GB/T 15496-2017. */
export type SchemeForm = '2003' | '2017';

/** 申请条件: what must be so before anybody may apply, whatever the points (GB/T 19273-2017, 5.1). It carries no points. */
export interface ApplicationCondition {
  /** Stable; answers refer to it. Of `registered` and `operation` the product offers what it knows. */
  readonly id: string;
  /** `GB/T 19273-2017, 5.1`. */
  readonly clause?: string;
  /** Worded so that “yes” means: it is met. */
  readonly text: LocalizedText;
  /** What usually proves it. */
  readonly proof: readonly LocalizedText[];
  readonly provenance: Provenance;
  readonly source?: string;
}

export interface SchemePolicies {
  /** `full_marks`: the item counts as earned; `reweight`: it leaves the table and the rest of its section weighs more; `exclude`: it is not counted (readiness). */
  readonly notApplicable: 'full_marks' | 'reweight' | 'exclude';
  readonly notApplicableNeedsApproval: boolean;
  /** What a ※ item means: `none`; or it is left out when grades A and AA are tested (`not_required`), as full marks. */
  readonly star: 'none' | 'not_required';
}

/** How a table came in that an enterprise typed from a copy it holds: one person entered it, another checked it. */
export interface EnteredTable {
  readonly document: string;
  readonly edition: string;
  readonly holder: string;
  readonly pages: string;
  readonly enteredBy: readonly string[];
  readonly checkedBy: string;
  readonly checkedOn: IsoDate;
  /** Id of the scheme that `SchemeItem.readinessItems` belong to. */
  readonly readinessScheme: string;
}

export interface Scheme {
  readonly id: string;
  readonly version: string;
  readonly title: LocalizedText;
  readonly kind: 'scored' | 'readiness';
  readonly form?: SchemeForm;
  /** Stands for comparison and old habits; nobody is evaluated by it any more. */
  readonly isHistorical?: true;
  /** What may be applied for, lowest first, where it is not simply the grades: a scheme without points gives none. */
  readonly targetGrades?: readonly string[];
  /** Standards and documents it rests on. */
  readonly basis: readonly string[];
  readonly validFrom?: IsoDate;
  /** First day on which it no longer holds. */
  readonly validUntil?: IsoDate;
  readonly supersededBy?: string;
  readonly languages: readonly Language[];
  /** Words that differ between editions: `确认` / `评价`, `工作标准` / `岗位标准`. */
  readonly terms: Readonly<Record<string, string>>;
  readonly notes: readonly LocalizedText[];
  readonly sources: readonly Source[];
  /** The most that `basic` of a result can be. */
  readonly basicPoints: Hundredths;
  readonly bonusPoints: Hundredths;
  /**
   * Where the table's basic sections do not add up to `basicPoints` but are brought to it (1,000 points → 100):
   * basic = earned ÷ (tablePoints − what does not apply) × basicPoints.
   */
  readonly tablePoints?: Hundredths;
  /** Basic sections in order, then the bonus sections. */
  readonly sections: readonly SchemeSection[];
  /** Highest first. Empty: this scheme gives no grade. */
  readonly grades: readonly Grade[];
  readonly gates: readonly Gate[];
  /** In printed order; absent: the scheme names none. */
  readonly conditions?: readonly ApplicationCondition[];
  readonly policies: SchemePolicies;
  /** Readiness schemes only; without it see `thresholdsOf`. */
  readonly readiness?: ReadinessThresholds;
  /** Absent in schemes that are shipped and in those published from a workbook. No pack says it. */
  readonly entered?: EnteredTable;
}
