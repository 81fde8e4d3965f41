import { hasOpenFile } from '@liangxing/contracts';
import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import type { IncomingMessage } from 'node:http';
import type { EntityManager } from 'typeorm';
import { Audit, notFound, ProblemError, RequestContext, TenantDatabase } from '../../../kernel';
import type { Draft, DraftView } from '../draft';
import { DraftFilesRepository } from '../draft-files.repository';
import { DraftsRepository } from '../drafts.repository';
import { RecordDraftFiles } from './record-draft-files';
import { WordFiles } from './word-files';
import { toldOfFile, type WordRow } from '../word/word-rows.repository';
import { WriteDrafts } from './write-drafts';

type SeenDraft = Pick<Draft, 'id' | 'version'>;

/** The Word file that people write themselves, version by version, until the standard is approved. */
@Injectable()
export class KeepDraftFile {
  constructor(
    private readonly database: TenantDatabase,
    private readonly drafts: DraftsRepository,
    private readonly files: DraftFilesRepository,
    private readonly recording: RecordDraftFiles,
    private readonly writer: WriteDrafts,
    private readonly words: WordFiles,
    private readonly audit: Audit,
  ) {}

  /** @throws ProblemError draft_file_closed, version_conflict; as `WordFiles.take` */
  async add(
    context: RequestContext,
    seen: SeenDraft,
    request: IncomingMessage,
  ): Promise<DraftView> {
    const file = await this.words.take(context, request, (manager) =>
      this.requireSeen(manager, context, seen),
    );
    return this.write(context, seen, (manager) =>
      this.recording.add(manager, context, seen.id, file),
    );
  }

  /** Without one the Word file is made of the outline again. @throws ProblemError not_found, draft_file_closed */
  async remove(context: RequestContext, seen: SeenDraft, number: number): Promise<DraftView> {
    return this.write(context, seen, async (manager) => {
      const file = await this.found(manager, context, seen.id, number);
      return this.recording.remove(manager, context, seen.id, [file]);
    });
  }

  /** A version as it was uploaded, its fields not filled in; the trail tells of it before the first byte leaves. */
  async send(
    context: RequestContext,
    id: string,
    number: number,
    response: Response,
  ): Promise<void> {
    const file = await this.database.transaction(context, async (manager) => {
      const found = await this.found(manager, context, id, number);
      const details = toldOfFile(found);
      await this.audit.record(manager, context, 'draft.downloaded', { type: 'draft', id }, details);
      return found;
    });
    await this.words.send(file, response);
  }

  private async write(
    context: RequestContext,
    seen: SeenDraft,
    work: (manager: EntityManager) => Promise<string[]>,
  ): Promise<DraftView> {
    const { view, keys } = await this.database.transaction(context, async (manager) => {
      await this.requireSeen(manager, context, seen);
      // Whoever else changes, moves or removes the draft at this moment waits, and finds another version.
      if (!(await this.drafts.touch(manager, context, seen)))
        throw await this.writer.conflict(manager, context, seen.id);
      const gone = await work(manager);
      return { view: await this.writer.view(manager, context, seen.id), keys: gone };
    });
    await this.files.clear(context, keys);
    return view;
  }

  private async requireSeen(
    manager: EntityManager,
    context: RequestContext,
    { id, version }: SeenDraft,
  ): Promise<void> {
    const draft = await this.drafts.find(manager, context, id);
    if (draft === null) throw notFound();
    if (!hasOpenFile(draft.state)) throw new ProblemError('draft_file_closed');
    if (draft.version !== version) throw await this.writer.conflict(manager, context, id);
  }

  private async found(
    manager: EntityManager,
    context: RequestContext,
    id: string,
    number: number,
  ): Promise<WordRow> {
    const all = await this.files.list(manager, context, id);
    const found = all.find((file) => file.number === number);
    if (found === undefined) throw notFound();
    return found;
  }
}
