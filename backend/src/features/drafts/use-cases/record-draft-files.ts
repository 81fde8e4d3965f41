import { MOST_DRAFT_FILES } from '@liangxing/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Audit, type RequestContext } from '../../../kernel';
import { DraftFilesRepository } from '../draft-files.repository';
import { toldOfFile, type WordRow } from '../word/word-rows.repository';
import type { StoredWord } from './word-files';

/** Versions of the Word file of a draft come and go inside the caller's transaction, each with its line in the trail. */
@Injectable()
export class RecordDraftFiles {
  constructor(
    private readonly files: DraftFilesRepository,
    private readonly audit: Audit,
  ) {}

  /**
   * The next version; the oldest beyond the limit goes.
   * @returns keys to `clear` after the transaction
   * @throws ProblemError quota_evidence_bytes, busy
   */
  async add(
    manager: EntityManager,
    context: RequestContext,
    draftId: string,
    file: StoredWord,
  ): Promise<string[]> {
    const number = await this.files.nextNumber(manager, context, draftId);
    await this.files.add(manager, context, draftId, file, number);
    const details = toldOfFile({ ...file, number });
    const subject = { type: 'draft', id: draftId };
    await this.audit.record(manager, context, 'draft.file_added', subject, details);
    const all = await this.files.list(manager, context, draftId);
    return this.remove(manager, context, draftId, all.slice(MOST_DRAFT_FILES));
  }

  /** @returns keys to `clear` after the transaction */
  async remove(
    manager: EntityManager,
    context: RequestContext,
    draftId: string,
    files: readonly WordRow[],
  ): Promise<string[]> {
    const subject = { type: 'draft', id: draftId };
    for (const file of files)
      await this.audit.record(manager, context, 'draft.file_removed', subject, toldOfFile(file));
    return this.files.remove(manager, context, draftId, files);
  }
}
