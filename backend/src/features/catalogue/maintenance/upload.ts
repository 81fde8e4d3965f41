import type { CatalogueHead, RowProblem } from '../import/read-catalogue-table';

export const UPLOAD_STATES = ['preview', 'waiting', 'running', 'done', 'failed'] as const;
export type UploadState = (typeof UPLOAD_STATES)[number];

export interface UploadReading extends CatalogueHead {
  /** The first rows as they are read: number, title, days and status. */
  readonly sample: readonly (readonly string[])[];
}

export interface UploadCounts {
  /** Rows that can be taken. */
  readonly rows: number;
  readonly inserted: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Rows with a problem; none of them is taken. */
  readonly refused: number;
}

export interface CatalogueUpload extends UploadCounts {
  readonly id: string;
  readonly fileName: string;
  readonly source: string;
  readonly checkedOn: string;
  readonly state: UploadState;
  readonly reading: UploadReading;
  readonly rowsDone: number;
  readonly problems: readonly RowProblem[];
  readonly createdAt: Date;
  readonly createdByName: string;
  readonly finishedAt: Date | null;
}
