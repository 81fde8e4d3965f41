/**
 * Everything a dossier shows, frozen: plain JSON, complete in itself, no look-ups.
 * The PDF is a pure function of this object. Lists are printed in the order they stand here, so
 * whoever builds the snapshot sorts them (items by scheme order, standards by system code and
 * position, evidence by number). Texts are Chinese and ready to print; figures are not formatted:
 * points in integer hundredths, shares in hundredths of a percent, dates as `YYYY-MM-DD`.
 * An unknown text is an empty string, an unknown date or figure is null: the form then keeps its blank.
 */
import type { Hundredths, IsoDate, Provenance } from '@liangxing/scheme';
import type { ItemScoreState, ShareHundredths } from '@liangxing/scoring';
import type { Scene } from '@liangxing/system-structure';

/** Raised when a field changes its meaning; a renderer refuses what it does not know. */
export const SNAPSHOT_FORMAT = 1;

export interface DossierSnapshot {
  readonly formatVersion: typeof SNAPSHOT_FORMAT;
  readonly document: DossierDocument;
  readonly scheme: DossierScheme;
  readonly enterprise: EnterpriseProfile;
  readonly standardization: StandardizationProfile;
  readonly application: ApplicationForm;
  readonly evaluation: EvaluationReport;
  readonly result: ScoreSummary;
  /** Basic sections in order, then the bonus sections. `scoringPart` builds it from scheme, answers and score. */
  readonly scoring: readonly ScoringSection[];
  readonly system: SystemPart;
  /** 适用的法律法规清单; empty: the part is left out. */
  readonly laws: readonly LawRow[];
  readonly evidence: readonly EvidenceRow[];
  readonly corrections: readonly CorrectiveMeasure[];
  /** 企业标准自我声明公开; empty: the part is left out. */
  readonly selfDeclarations: readonly SelfDeclarationRow[];
  readonly declarations: readonly Declaration[];
  readonly signatures: readonly SignatureLine[];
}

export interface DossierDocument {
  /** Words differ by edition: 2017 申请材料, 2003 申报材料. Printed below 标准化良好行为企业. */
  readonly kindWord: '申请材料' | '申报材料';
  /** 1, 2, …: the version of this enterprise's dossier for this assessment. */
  readonly number: number;
  /** Date on the cover; with `createdAt` the only times in the PDF. */
  readonly date: IsoDate;
  /** UTC instant `YYYY-MM-DDTHH:mm:ssZ`, the PDF's creation date. */
  readonly createdAt: string;
  /** Verification code as printed: `LX7K-2M9Q-…`. */
  readonly code: string;
  /** Full address the QR code holds. */
  readonly verifyUrl: string;
  /** A made-up enterprise: every page says 示例. */
  readonly isSample: boolean;
  /** Name and version of the program, for the PDF's producer field: `良行 0.1.0`. */
  readonly producer: string;
}

export interface DossierScheme {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly kind: 'scored' | 'readiness';
  readonly basis: readonly string[];
  readonly basicPoints: Hundredths;
  readonly bonusPoints: Hundredths;
  readonly validUntil: IsoDate | null;
  /** `GB/T 19273-2017`: every page carries the banner 已被…代替. */
  readonly supersededBy: string | null;
  /** 2017 评价, 2003 确认: what the outside body does. */
  readonly evaluationWord: '评价' | '确认';
  /** 2017 岗位标准, 2003 工作标准. */
  readonly postStandardWord: '岗位标准' | '工作标准';
  /** Grades from the highest: `AAAA`, `AAA`, …; empty: the scheme gives none. */
  readonly gradeIds: readonly string[];
  readonly notApplicableRule: string;
  readonly sources: readonly string[];
}

export interface EnterpriseProfile {
  readonly name: string;
  readonly shortName: string;
  readonly creditCode: string;
  readonly regionName: string;
  readonly address: string;
  readonly industryCode: string;
  readonly industryName: string;
  /** 大型, 中型, 小型 or empty. */
  readonly sizeName: string;
  readonly employees: number | null;
  readonly technicalStaff: number | null;
  readonly foundedOn: IsoDate | null;
  readonly legalRepresentative: string;
  readonly products: readonly string[];
  readonly managementSystems: readonly string[];
  /** 企业概况, paragraphs parted by line breaks. */
  readonly introduction: string;
  readonly departments: readonly {
    readonly code: string;
    readonly name: string;
    readonly duty: string;
  }[];
}

export interface StandardizationProfile {
  /** 标准化工作概况, paragraphs parted by line breaks. */
  readonly introduction: string;
  readonly policy: string;
  readonly objectives: readonly {
    readonly text: string;
    readonly owner: string;
    readonly measure: string;
    readonly period: string;
  }[];
  readonly body: string;
  readonly head: string;
  readonly staff: readonly {
    readonly name: string;
    readonly post: string;
    readonly qualification: string;
  }[];
  /** 成立机构、任命、发布令. */
  readonly documents: readonly {
    readonly number: string;
    readonly title: string;
    readonly date: IsoDate | null;
    readonly signedBy: string;
  }[];
  readonly systemReleasedOn: IsoDate | null;
  readonly systemEffectiveOn: IsoDate | null;
}

export interface ApplicationForm {
  readonly targetGrade: string;
  /** 国家级, 省级 or empty. */
  readonly targetLevelName: string;
  /** 评价机构; empty: left blank on the form. */
  readonly evaluatingBody: string;
  readonly contactName: string;
  readonly contactPhone: string;
  readonly contactEmail: string;
  /** Whole months the system has run on the cover's date; null where the effective date is unknown. */
  readonly monthsInOperation: number | null;
  readonly remarks: string;
}

export interface EvaluationReport {
  readonly purpose: string;
  readonly team: readonly {
    readonly name: string;
    readonly role: string;
    readonly department: string;
  }[];
  readonly startedOn: IsoDate | null;
  readonly finishedOn: IsoDate | null;
  readonly method: string;
  readonly sampling: string;
  readonly conclusion: string;
}

/** The figures of the whole assessment, as `Score` of the scoring library gives them. */
export interface ScoreSummary {
  readonly basic: Hundredths;
  readonly bonus: Hundredths;
  readonly total: Hundredths;
  /** Null: no grade is reached, or the scheme gives none. */
  readonly grade: string | null;
  /** The route that gave the grade. */
  readonly route: GradeRoute | null;
  readonly isProvisional: boolean;
  readonly answered: number;
  readonly items: number;
  /** Readiness schemes only. */
  readonly readiness: ShareHundredths | null;
  readonly failedGates: readonly {
    readonly text: string;
    readonly sectionTitle: string;
    readonly needed: Hundredths;
    readonly earned: Hundredths;
  }[];
  /** From the highest grade down, routes in scheme order. */
  readonly gaps: readonly GradeGapRow[];
  /** If every 拟不适用 were approved; null where there is none. */
  readonly ifApproved: {
    readonly basic: Hundredths;
    readonly total: Hundredths;
    readonly grade: string | null;
  } | null;
}

/** Floors of one route; null: the route does not ask for this figure. */
export interface GradeRoute {
  /** 1, 2, … within its grade, as in 路径 2. */
  readonly number: number;
  readonly basic: Hundredths | null;
  readonly bonus: Hundredths | null;
  readonly total: Hundredths | null;
}

export interface GradeGapRow {
  readonly grade: string;
  readonly reached: boolean;
  readonly routes: readonly (GradeRoute & {
    readonly reached: boolean;
    readonly isNearest: boolean;
    readonly missingBasic: Hundredths;
    readonly missingBonus: Hundredths;
    readonly missingTotal: Hundredths;
  })[];
}

export interface ScoringSection {
  readonly id: string;
  readonly title: string;
  readonly bonus: boolean;
  readonly points: Hundredths;
  readonly earned: Hundredths;
  readonly readiness: ShareHundredths | null;
  readonly groups: readonly {
    readonly id: string;
    readonly title: string;
    readonly points: Hundredths;
    readonly earned: Hundredths;
    readonly items: readonly ScoringItem[];
  }[];
}

export interface ScoringItem {
  /** `2.4.3` */
  readonly id: string;
  /** `GB/T 15497-2003, 4.4` or empty. */
  readonly clause: string;
  /** 评价内容 */
  readonly topic: string;
  /** 评价要求 */
  readonly asked: string;
  /** 规定得分 */
  readonly points: Hundredths;
  readonly deducted: Hundredths;
  readonly earned: Hundredths;
  readonly state: ItemScoreState;
  readonly star: boolean;
  readonly provenance: Provenance;
  /** 扣分标准 (bonus items: 加分标准), one entry per rule. */
  readonly rules: readonly {
    /** `没有目标，扣 3 分` */
    readonly text: string;
    /** Deduction or award taken, before the item's cap; 0: the rule did not apply. */
    readonly taken: Hundredths;
    /** How the taken amount came about: `缺 2 项`; empty where the rule says it all. */
    readonly detail: string;
  }[];
  /** What the evaluators found; empty: nothing to say. */
  readonly finding: string;
  readonly responsible: string;
  /** Not applicable: reason and approval, `省局 2025-03-01 苏质〔2025〕3号`; empty otherwise. */
  readonly notApplicable: string;
  /** `2.4.3-01`, … */
  readonly evidenceNumbers: readonly string[];
}

export interface SystemPart {
  /** One scene per structure and edition, as laid out by the system-structure library. */
  readonly diagrams: readonly { readonly title: string; readonly scene: Scene }[];
  readonly list: StandardList;
  readonly statistics: readonly StatisticsTable[];
  /** 编制说明: numbered sections in order. */
  readonly compilationNotes: readonly { readonly title: string; readonly text: string }[];
}

/** Columns an enterprise may choose for its 明细表; 序号 always comes first. */
export type StandardColumn =
  | 'systemCode'
  | 'number'
  | 'title'
  | 'issuedOn'
  | 'inForceOn'
  | 'department'
  | 'status'
  | 'level'
  | 'subsystem'
  | 'adopted'
  | 'replaces'
  | 'cited'
  | 'note';

export interface StandardList {
  readonly columns: readonly StandardColumn[];
  /** Grouped by node of the structure, in tree order; a group without standards is left out by the builder. */
  readonly groups: readonly {
    /** `J04` or empty. */
    readonly code: string;
    /** `技术标准体系／采购技术标准` */
    readonly title: string;
    readonly rows: readonly StandardRow[];
  }[];
}

export interface StandardRow {
  readonly systemCode: string;
  readonly number: string;
  readonly title: string;
  readonly issuedOn: IsoDate | null;
  readonly inForceOn: IsoDate | null;
  readonly department: string;
  /** 现行, 即将实施, 被代替, 废止, 未知, 拟制定 */
  readonly status: string;
  /** 国家标准, 行业标准, … */
  readonly level: string;
  /** `ISO 9001:2015, IDT` or empty. */
  readonly adopted: string;
  readonly replaces: string;
  readonly cited: string;
  readonly note: string;
}

/** A table of figures: 统计表 by level, by kind, and the matrix sub-system × level. */
export interface StatisticsTable {
  readonly title: string;
  /** Heading of the first column: 标准类别, 子体系. */
  readonly rowHeading: string;
  readonly columns: readonly { readonly heading: string; readonly format: 'count' | 'share' }[];
  readonly rows: readonly {
    readonly label: string;
    /** 0: flush; 1: indented below the row above. */
    readonly depth: 0 | 1;
    readonly isTotal: boolean;
    /** One per column: counts, or shares in hundredths of a percent; null prints blank. */
    readonly values: readonly (number | null)[];
  }[];
  readonly note: string;
}

export interface LawRow {
  readonly title: string;
  readonly issuer: string;
  readonly documentNumber: string;
  readonly issuedOn: IsoDate | null;
  readonly inForceOn: IsoDate | null;
  readonly department: string;
  readonly note: string;
}

export interface EvidenceRow {
  /** First item it serves, and a running number: `2.4.3-01`. */
  readonly number: string;
  readonly title: string;
  readonly fileName: string;
  /** Bytes. */
  readonly size: number;
  /** Lower-case hex. */
  readonly sha256: string;
  readonly revision: number;
  readonly periodFrom: IsoDate | null;
  readonly periodTo: IsoDate | null;
  /** Every item it serves, the first one included; empty where it belongs to a standard. */
  readonly itemIds: readonly string[];
  readonly standardNumbers: readonly string[];
}

export interface CorrectiveMeasure {
  readonly number: string;
  readonly itemId: string;
  readonly finding: string;
  readonly cause: string;
  readonly measure: string;
  readonly owner: string;
  readonly dueOn: IsoDate | null;
  /** 待整改, 整改中, 已完成, 已验证 */
  readonly stateName: string;
  readonly result: string;
  readonly verifiedBy: string;
  readonly verifiedOn: IsoDate | null;
}

export interface SelfDeclarationRow {
  readonly product: string;
  readonly standardNumber: string;
  readonly standardTitle: string;
  readonly declaredOn: IsoDate | null;
  readonly note: string;
}

/** 三年内无重大事故, 监督抽查, 信用, 材料真实性. */
export interface Declaration {
  readonly title: string;
  /** Paragraphs parted by line breaks. */
  readonly text: string;
}

export interface SignatureLine {
  /** 编制, 审核, 批准, 自我评价组组长, 法定代表人 … */
  readonly role: string;
  /** Printed below the line; empty: only the line. */
  readonly name: string;
  readonly post: string;
}
