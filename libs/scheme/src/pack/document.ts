import type {
  Gate,
  IsoDate,
  Language,
  LocalizedText,
  Need,
  Provenance,
  Rule,
  SchemeForm,
  SchemeItem,
  SchemePolicies,
  Source,
  When,
} from '../scheme';

/**
 * A pack as it is written (YAML, or rows of a spreadsheet): points are decimals, a plain string is Chinese text,
 * provenance may be given once for everything below. Described by `scheme.schema.json`.
 * In a pack that `extends` another, parts are matched by id and only what differs is written.
 */
export type PackText = string | LocalizedText;

/** Where this part comes from; holds for everything below that does not say otherwise. */
export interface PackOrigin {
  readonly provenance?: Provenance;
  readonly source?: string;
}

/** A part that is matched by id when packs extend each other; `remove` drops it from the parent's. */
export interface PackPart {
  readonly id: string;
  readonly remove?: true;
}

interface PackChoice {
  readonly id: string;
  readonly label: PackText;
  readonly deduct: number;
}

interface PackBand {
  readonly atLeastPercent?: number;
  readonly deduct?: number;
  readonly when?: When;
  readonly anyOf?: Readonly<Record<string, number>>;
  readonly award?: number;
}

export interface PackRule extends PackPart, PackOrigin {
  readonly beyondItem?: boolean;
  readonly kind?: Rule['kind'];
  readonly text?: PackText;
  readonly deduct?: number;
  readonly award?: number;
  readonly perEach?: boolean;
  readonly max?: number;
  readonly choices?: readonly PackChoice[];
  readonly measures?: readonly {
    readonly id: string;
    readonly label: PackText;
    readonly unit: string;
  }[];
  readonly bands?: readonly PackBand[];
  /** Full ids (`2.8.1-a`) of the deductions that the same fact leads to as well. */
  readonly sameFactAs?: readonly string[];
  readonly mostDirect?: true;
}

/** See `ItemChecks`. */
interface PackChecks {
  readonly document?: true;
  readonly operation?: { readonly sampled?: boolean };
  readonly effect?: { readonly objective: PackText };
}

/** See `ReadinessThresholds`; without a provenance they are ours. */
interface PackReadiness extends PackOrigin {
  readonly monthsBack: number;
  readonly partlyFromPercent: number;
  readonly metFromPercent: number;
}

export interface PackItem extends PackPart, PackOrigin {
  readonly clause?: string;
  readonly topic?: PackText;
  readonly asked?: PackText;
  readonly evidence?: readonly PackText[];
  readonly points?: number;
  readonly star?: boolean;
  readonly mode?: SchemeItem['mode'];
  readonly need?: Need;
  readonly nodes?: readonly string[];
  readonly records?: readonly string[];
  readonly checks?: PackChecks;
  readonly rules?: readonly PackRule[];
}

export interface PackGroup extends PackPart, PackOrigin {
  readonly title?: PackText;
  readonly points?: number;
  readonly factor?: number;
  readonly subsystem2003?: string;
  readonly area2017?: string;
  readonly items?: readonly PackItem[];
}

export interface PackSection extends PackPart, PackOrigin {
  readonly title?: PackText;
  readonly points?: number;
  readonly bonus?: boolean;
  readonly factor?: number;
  readonly groups?: readonly PackGroup[];
}

export interface PackRoute {
  readonly id: string;
  readonly when?: When;
  readonly basic?: number;
  readonly bonus?: number;
  readonly total?: number;
}

export interface PackGrade extends PackOrigin {
  readonly id: string;
  readonly routes: readonly PackRoute[];
}

/** `section_share`: sections. `veto`: items with their floor, rules (`1.2-b`), or both. */
export interface PackGate extends PackOrigin {
  readonly id: string;
  readonly kind: Gate['kind'];
  readonly sections?: readonly string[];
  readonly items?: readonly string[];
  readonly atLeastPercent?: number;
  readonly rules?: readonly string[];
  readonly capAt?: string;
  readonly text: PackText;
}

/** Of a child pack the whole list replaces the parent's. */
interface PackCondition extends PackOrigin {
  readonly id: string;
  readonly clause?: string;
  readonly text: PackText;
  readonly proof?: readonly PackText[];
}

export interface PackDocument extends PackOrigin {
  readonly id: string;
  readonly version: string;
  /** `gsp-2004`, or `gsp-2004@1.0.0` to insist on a version. */
  readonly extends?: string;
  /** What the provenance of everything taken over from the parent becomes: a figure verified for one table is not for another. */
  readonly inherited?: PackOrigin;
  readonly title?: PackText;
  readonly kind?: 'scored' | 'readiness';
  readonly form?: SchemeForm;
  readonly isHistorical?: boolean;
  readonly targetGrades?: readonly string[];
  readonly basis?: readonly string[];
  readonly validFrom?: IsoDate | null;
  readonly validUntil?: IsoDate | null;
  readonly supersededBy?: string | null;
  readonly languages?: readonly Language[];
  readonly terms?: Readonly<Record<string, string>>;
  readonly notes?: readonly PackText[];
  readonly sources?: readonly Source[];
  readonly basicPoints?: number;
  readonly bonusPoints?: number;
  readonly tablePoints?: number;
  readonly policies?: Partial<SchemePolicies>;
  readonly grades?: readonly PackGrade[];
  readonly gates?: readonly PackGate[];
  readonly conditions?: readonly PackCondition[];
  readonly sections?: readonly PackSection[];
  readonly readiness?: PackReadiness;
}

/** A rule, item, group or section once nothing is left to take over from a parent. */
type Complete<T, K extends keyof T> = Omit<T, K> & {
  readonly [P in K]-?: Exclude<T[P], undefined>;
};

export type CompleteRule = Complete<PackRule, 'kind' | 'text' | 'provenance'>;
export type CompleteItem = Omit<
  Complete<PackItem, 'topic' | 'asked' | 'evidence' | 'points' | 'provenance'>,
  'rules'
> & { readonly rules: readonly CompleteRule[] };
export type CompleteGroup = Omit<
  Complete<PackGroup, 'title' | 'points' | 'provenance'>,
  'items'
> & {
  readonly items: readonly CompleteItem[];
};
export type CompleteSection = Omit<
  Complete<PackSection, 'title' | 'points' | 'bonus' | 'provenance'>,
  'groups'
> & { readonly groups: readonly CompleteGroup[] };

/** A whole pack, every part present and every provenance written out. */
export type CompleteDocument = Omit<
  Complete<
    PackDocument,
    | 'title'
    | 'kind'
    | 'basis'
    | 'languages'
    | 'terms'
    | 'notes'
    | 'sources'
    | 'basicPoints'
    | 'bonusPoints'
  >,
  'sections' | 'grades' | 'gates' | 'conditions' | 'policies' | 'extends' | 'inherited'
> & {
  readonly sections: readonly CompleteSection[];
  readonly grades: readonly Complete<PackGrade, 'provenance'>[];
  readonly gates: readonly Complete<PackGate, 'provenance'>[];
  readonly conditions?: readonly Complete<PackCondition, 'provenance'>[];
  readonly policies: SchemePolicies;
};
