import { MOST_DRAFT_FILES } from '@liangxing/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PendingObjects, type RequestContext } from '../../kernel';
import { StandardDraftFileEntity } from './entities/standard-draft-file.entity';
import { WordFiles, type StoredWord } from './use-cases/word-files';
import { WordRows } from './word/word-rows.repository';

/** Every question to the Word files of drafts. */
@Injectable()
export class DraftFilesRepository extends WordRows<StandardDraftFileEntity> {
  constructor(words: WordFiles, pending: PendingObjects) {
    super(StandardDraftFileEntity, 'draftId', words, pending);
  }

  /**
   * The next version; the oldest beyond the limit goes.
   * @returns keys to `clear` after the transaction
   */
  async addVersion(
    manager: EntityManager,
    context: Pick<RequestContext, 'organizationId' | 'userId' | 'userName'>,
    draftId: string,
    file: StoredWord,
  ): Promise<string[]> {
    await this.add(manager, context, draftId, file);
    const all = await this.list(manager, context, draftId);
    return this.remove(manager, context, draftId, all.slice(MOST_DRAFT_FILES));
  }
}
