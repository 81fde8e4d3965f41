import type { IsoDate } from '@liangxing/scheme';
import type { ShareHundredths } from '@liangxing/scoring';

/** One figure of an enterprise, as printed: at the end of the month before and now. */
export interface ReportFigure {
  /** `总分`, `体系完整率` */
  readonly name: string;
  /** null: nothing is known of then. */
  readonly before: string | null;
  readonly now: string;
  /** In words of a person: `+12 分`; empty: it has not moved, or nothing is known of before. */
  readonly change: string;
}

/** Points of a section as a share of what there is to reach. */
export interface ReportSection {
  readonly title: string;
  readonly before: ShareHundredths | null;
  readonly now: ShareHundredths;
}

/** What was done in the month, by kind: `证实材料` 14, by whom. */
export interface ReportMove {
  readonly what: string;
  readonly count: number;
  /** The first few, by name. */
  readonly examples: readonly string[];
  readonly people: readonly string[];
}

/** A corrective action that was finished, or is to be done. */
export interface ReportAction {
  readonly title: string;
  /** Empty: nobody is named. */
  readonly owner: string;
  /** Of an open one its due date, of a finished one the day of its verification; null: none is set. */
  readonly on: IsoDate | null;
  readonly isOverdue: boolean;
}

/** What a consultancy tells a client about one month, frozen: plain JSON, ready to print. */
export interface ClientReport {
  readonly enterpriseName: string;
  readonly shortName: string;
  readonly consultancyName: string;
  /** `2026-11` */
  readonly month: string;
  /** Day on which it is made: what is due is told as of then. */
  readonly date: IsoDate;
  /** UTC instant, the file's creation date. */
  readonly createdAt: string;
  /** Name and version of the program: `良行 0.1.0`. */
  readonly producer: string;
  readonly isSample: boolean;
  /** null: the client has not opened what they rest on. */
  readonly figures: readonly ReportFigure[] | null;
  readonly sections: readonly ReportSection[];
  readonly moved: readonly ReportMove[];
  /** null: corrective actions are not opened. */
  readonly finished: readonly ReportAction[] | null;
  readonly due: readonly ReportAction[] | null;
  /** What comes next beside corrective actions, by day. */
  readonly ahead: readonly { readonly on: IsoDate; readonly what: string }[];
  /** Parts of the data that the client has not opened, by their names; the report says that it knows nothing of them. */
  readonly closedAreas: readonly string[];
}

export const CLIENT_REPORT_TITLE = '标准化良好行为创建工作月报';
