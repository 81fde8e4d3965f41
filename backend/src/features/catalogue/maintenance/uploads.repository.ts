import { Injectable } from '@nestjs/common';
import { In, Not, Raw, type EntityManager } from 'typeorm';
import { CatalogueUploadEntity } from '../entities/catalogue-upload.entity';
import type { RowProblem } from '../import/read-catalogue-table';
import type { CatalogueUpload, UploadCounts, UploadState } from './upload';

type NewUpload = Omit<CatalogueUpload, 'state' | 'rowsDone' | 'createdAt' | 'finishedAt'> & {
  readonly bytes: Buffer;
};

/** What a list shows; neither the file nor its rows. */
const FACTS = {
  id: true,
  fileName: true,
  source: true,
  checkedOn: true,
  state: true,
  rows: true,
  inserted: true,
  changed: true,
  unchanged: true,
  refused: true,
  rowsDone: true,
  createdAt: true,
  createdByName: true,
  finishedAt: true,
} as const;

/** Files on their way into the catalogue; they belong to no tenant. */
@Injectable()
export class UploadsRepository {
  /** Also forgets previews that nobody started within a day. */
  async insert(manager: EntityManager, upload: NewUpload): Promise<void> {
    await manager.delete(CatalogueUploadEntity, {
      state: 'preview',
      createdAt: Raw((column) => `${column} < now() - interval '1 day'`),
    });
    await manager.insert(CatalogueUploadEntity, {
      ...upload,
      problems: [...upload.problems],
      state: 'preview',
    });
  }

  /** Newest first, without the rows of previews. */
  async list(manager: EntityManager): Promise<CatalogueUpload[]> {
    const found = await manager.find(CatalogueUploadEntity, {
      select: FACTS,
      where: { state: Not('preview') },
      order: { createdAt: 'DESC' },
      take: 100,
    });
    const reading = { sheet: '', columns: [], unread: [], sample: [] };
    return found.map((upload) => ({ ...upload, reading, problems: [] }));
  }

  find(manager: EntityManager, id: string): Promise<CatalogueUpload | null> {
    return manager.findOne(CatalogueUploadEntity, {
      select: { ...FACTS, reading: true, problems: true },
      where: { id },
    });
  }

  async bytes(manager: EntityManager, id: string): Promise<Buffer | null> {
    const found = await manager.findOne(CatalogueUploadEntity, {
      select: { bytes: true },
      where: { id },
    });
    return found?.bytes ?? null;
  }

  /** @returns false where it is in none of the states `from` */
  async move(
    manager: EntityManager,
    id: string,
    from: readonly UploadState[],
    to: UploadState,
  ): Promise<boolean> {
    const { affected } = await manager.update(
      CatalogueUploadEntity,
      { id, state: In(from) },
      { state: to, finishedAt: to === 'failed' ? () => 'now()' : null },
    );
    return affected === 1;
  }

  async progress(manager: EntityManager, id: string, rowsDone: number): Promise<void> {
    await manager.update(CatalogueUploadEntity, { id }, { rowsDone });
  }

  async finish(
    manager: EntityManager,
    id: string,
    counts: UploadCounts,
    problems: readonly RowProblem[],
  ): Promise<void> {
    const { rows, inserted, changed, unchanged, refused } = counts;
    await manager.update(
      CatalogueUploadEntity,
      { id },
      {
        ...{ rows, inserted, changed, unchanged, refused },
        state: 'done',
        bytes: null,
        finishedAt: () => 'now()',
        rowsDone: rows,
        problems: [...problems],
      },
    );
  }

  /** @returns false where it is no preview any more */
  async discard(manager: EntityManager, id: string): Promise<boolean> {
    const { affected } = await manager.delete(CatalogueUploadEntity, { id, state: 'preview' });
    return affected === 1;
  }
}
