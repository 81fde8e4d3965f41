/** Evidence, measures and what is signed, frozen. */
import type { IsoDate } from '@liangxing/scheme';

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
  /** Last day of validity; absent in dossiers frozen before it was asked for. */
  readonly validUntil?: IsoDate | null;
  /** Every item it serves, the first one included; empty where it belongs to a standard. */
  readonly itemIds: readonly string[];
  readonly standardNumbers: readonly string[];
  /** `ZG-007`: corrective actions whose effect it proves; absent in dossiers frozen before there were any. */
  readonly actionNumbers?: readonly string[];
  /** `申请条件 1`: conditions that it proves; absent in dossiers frozen before schemes named any. */
  readonly conditionNumbers?: readonly string[];
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
  /** Files that prove its effect; absent in dossiers frozen before there were any. */
  readonly evidenceNumbers?: readonly string[];
  readonly verifiedBy: string;
  readonly verifiedOn: IsoDate | null;
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
