/** The system of standards, its lists and figures, frozen. */
import type { IsoDate } from '@liangxing/scheme';
import type { Scene, SystemFigures } from '@liangxing/system-structure';

export interface SystemPart {
  /** One scene per structure and edition, as laid out by the system-structure library. */
  readonly diagrams: readonly { readonly title: string; readonly scene: Scene }[];
  readonly list: StandardList;
  /** The sizes that all sentences say; absent in dossiers frozen before they were counted once for all. */
  readonly figures?: SystemFigures;
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
  /** 现行, 即将实施, 被代替, 废止, 待查, 拟制定 */
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

export interface SelfDeclarationRow {
  readonly product: string;
  readonly standardNumber: string;
  readonly standardTitle: string;
  readonly declaredOn: IsoDate | null;
  readonly note: string;
}
