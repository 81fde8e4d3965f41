import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PendingObjects, type RequestContext } from '../../kernel';
import { StandardDraftFileEntity } from './entities/standard-draft-file.entity';
import { WordFiles } from './use-cases/word-files';
import { WordRows } from './word/word-rows.repository';

/** Every question to the Word files of drafts. */
@Injectable()
export class DraftFilesRepository extends WordRows<StandardDraftFileEntity> {
  constructor(words: WordFiles, pending: PendingObjects) {
    super(StandardDraftFileEntity, 'draftId', words, pending);
  }

  /** Of a version; none is given twice, whatever is removed. The draft is held from now on. */
  async nextNumber(
    manager: EntityManager,
    { organizationId }: Pick<RequestContext, 'organizationId'>,
    draftId: string,
  ): Promise<number> {
    const [[row]] = await manager.query<[[{ number: number }], number]>(
      `UPDATE standard_drafts SET last_file = last_file + 1
       WHERE organization_id = $1 AND id = $2 RETURNING last_file AS number`,
      [organizationId, draftId],
    );
    return row.number;
  }
}
