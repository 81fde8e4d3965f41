/**
 * Everything a dossier shows, frozen: plain JSON, complete in itself, no look-ups.
 * The PDF is a pure function of this object. Lists are printed in the order they stand here, so
 * whoever builds the snapshot sorts them (items by scheme order, standards by system code and
 * position, evidence by number). Texts are Chinese and ready to print; figures are not formatted:
 * points in integer hundredths, shares in hundredths of a percent, dates as `YYYY-MM-DD`.
 * An unknown text is an empty string, an unknown date or figure is null: the form then keeps its blank.
 */
import type { Hundredths, IsoDate } from '@liangxing/scheme';
import type {
  EnterpriseProfile,
  StandardizationProfile,
  ApplicationForm,
} from './snapshot/enterprise';
import type { AttachmentRow } from './snapshot/attachments';
import type { ConditionRow } from './snapshot/conditions';
import type { EvaluationReport, ScoreSummary, ScoringSection } from './snapshot/evaluation';
import type { SystemPart, LawRow, SelfDeclarationRow } from './snapshot/standard-system';
import type {
  EvidenceRow,
  CorrectiveMeasure,
  Declaration,
  SignatureLine,
} from './snapshot/records';

export * from './snapshot/attachments';
export * from './snapshot/conditions';
export * from './snapshot/enterprise';
export * from './snapshot/evaluation';
export * from './snapshot/standard-system';
export * from './snapshot/records';

/** Raised when a field changes its meaning; a renderer refuses what it does not know. */
export const SNAPSHOT_FORMAT = 1;

export interface DossierSnapshot {
  readonly formatVersion: typeof SNAPSHOT_FORMAT;
  readonly document: DossierDocument;
  readonly scheme: DossierScheme;
  readonly enterprise: EnterpriseProfile;
  readonly standardization: StandardizationProfile;
  readonly application: ApplicationForm;
  /** 申请条件; absent: the scheme names none, or the dossier was frozen before schemes did. */
  readonly conditions?: readonly ConditionRow[];
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
  /** Whose pages stand behind, in this order; absent: none. */
  readonly attachments?: readonly AttachmentRow[];
}

interface DossierDocument {
  /** 申请材料; dossiers frozen for a time say 申报材料. Printed below 标准化良好行为企业. */
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
  /** 评价组织, 确认机构; absent in dossiers frozen before the scheme named it. */
  readonly evaluatingBodyWord?: string;
  /** 2017 岗位标准, 2003 工作标准. */
  readonly postStandardWord: '岗位标准' | '工作标准';
  /** Grades from the highest: `AAAA`, `AAA`, …; empty: the scheme gives none. */
  readonly gradeIds: readonly string[];
  /** What may be applied for, lowest first; absent in dossiers that were frozen before it was kept. */
  readonly targetGradeIds?: readonly string[];
  readonly notApplicableRule: string;
  readonly sources: readonly string[];
  /** Who entered the table from which paper, and who checked it; only of tables that an enterprise entered. */
  readonly entered?: string;
}
