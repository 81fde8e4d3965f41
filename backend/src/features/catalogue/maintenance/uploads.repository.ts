import { Injectable } from '@nestjs/common';
import { queryRows } from '../../../kernel/database/query-rows';
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

type NewUpload = Omit<CatalogueUpload, 'state' | 'rowsDone' | 'createdAt' | 'finishedAt'> & {
  readonly bytes: Buffer;
};

const FACTS = `id, file_name AS "fileName", source, to_char(checked_on, 'YYYY-MM-DD') AS "checkedOn", state,
  rows, inserted, changed, unchanged, refused, rows_done AS "rowsDone", created_at AS "createdAt",
  created_by_name AS "createdByName", finished_at AS "finishedAt"`;

type Manager = Parameters<typeof queryRows>[0];

/** Files on their way into the catalogue; they belong to no tenant. */
@Injectable()
export class UploadsRepository {
  /** Also forgets previews that nobody started within a day. */
  async insert(manager: Manager, upload: NewUpload): Promise<void> {
    await manager.query(
      `DELETE FROM catalogue_uploads WHERE state = 'preview' AND created_at < now() - interval '1 day'`,
    );
    await manager.query(
      `INSERT INTO catalogue_uploads (id, file_name, source, checked_on, state, bytes, reading, rows, inserted,
         changed, unchanged, refused, problems, created_by_name)
       VALUES ($1, $2, $3, $4, 'preview', $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        upload.id,
        upload.fileName,
        upload.source,
        upload.checkedOn,
        upload.bytes,
        JSON.stringify(upload.reading),
        upload.rows,
        upload.inserted,
        upload.changed,
        upload.unchanged,
        upload.refused,
        JSON.stringify(upload.problems),
        upload.createdByName,
      ],
    );
  }

  /** Newest first, without the rows of previews. */
  list(manager: Manager): Promise<CatalogueUpload[]> {
    return queryRows(
      manager,
      `SELECT ${FACTS}, '{"sheet":"","columns":[],"unread":[],"sample":[]}'::jsonb AS reading,
         '[]'::jsonb AS problems
       FROM catalogue_uploads WHERE state <> 'preview' ORDER BY created_at DESC LIMIT 100`,
    );
  }

  async find(manager: Manager, id: string): Promise<CatalogueUpload | null> {
    const [upload] = await queryRows<CatalogueUpload>(
      manager,
      `SELECT ${FACTS}, reading, problems FROM catalogue_uploads WHERE id = $1`,
      [id],
    );
    return upload ?? null;
  }

  async bytes(manager: Manager, id: string): Promise<Buffer | null> {
    const [row] = await queryRows<{ bytes: Buffer | null }>(
      manager,
      'SELECT bytes FROM catalogue_uploads WHERE id = $1',
      [id],
    );
    return row?.bytes ?? null;
  }

  /** @returns false where it is in none of the states `from` */
  async move(
    manager: Manager,
    id: string,
    from: readonly UploadState[],
    to: UploadState,
  ): Promise<boolean> {
    const rows = await queryRows(
      manager,
      `UPDATE catalogue_uploads SET state = $3, finished_at = CASE WHEN $3 = 'failed' THEN now() END
       WHERE id = $1 AND state = ANY($2) RETURNING id`,
      [id, from, to],
    );
    return rows.length === 1;
  }

  async progress(manager: Manager, id: string, rowsDone: number): Promise<void> {
    await manager.query('UPDATE catalogue_uploads SET rows_done = $2 WHERE id = $1', [
      id,
      rowsDone,
    ]);
  }

  async finish(
    manager: Manager,
    id: string,
    counts: UploadCounts,
    problems: readonly RowProblem[],
  ): Promise<void> {
    const { rows, inserted, changed, unchanged, refused } = counts;
    await manager.query(
      `UPDATE catalogue_uploads SET state = 'done', bytes = NULL, finished_at = now(), rows_done = $2,
         rows = $2, inserted = $3, changed = $4, unchanged = $5, refused = $6, problems = $7 WHERE id = $1`,
      [id, rows, inserted, changed, unchanged, refused, JSON.stringify(problems)],
    );
  }

  /** @returns false where it is no preview any more */
  async discard(manager: Manager, id: string): Promise<boolean> {
    const rows = await queryRows(
      manager,
      `DELETE FROM catalogue_uploads WHERE id = $1 AND state = 'preview' RETURNING id`,
      [id],
    );
    return rows.length === 1;
  }
}
