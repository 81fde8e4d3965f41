import { Injectable } from '@nestjs/common';
import { canonicalJson } from '@liangxing/contracts';
import { emptyEntry, entryFromScheme, type EntryContent } from '@liangxing/scheme';
import { randomUUID } from 'node:crypto';
import {
  Audit,
  notFound,
  ProblemError,
  TenantDatabase,
  versionConflict,
  type RequestContext,
  type UploadedTable,
} from '../../../kernel';
import { PublishOwnScheme } from './publish-own-scheme';
import { EntryDto } from '../entries/dto/entry.dto';
import { EntriesRepository, type SeenEntry } from '../entries/entries.repository';
import type { EntryView } from '../entries/entry';
import { isEditorOf, ShowEntry } from './show-entry';

/** Begins an entry, keeps what is typed of it, and lets another person join in typing. */
@Injectable()
export class WriteEntry {
  constructor(
    private readonly database: TenantDatabase,
    private readonly entries: EntriesRepository,
    private readonly shown: ShowEntry,
    private readonly workbooks: PublishOwnScheme,
    private readonly audit: Audit,
  ) {}

  start(context: RequestContext): Promise<EntryView> {
    return this.insert(context, emptyEntry(), null);
  }

  /** A workbook says what one person typed; it needs the second one as well. @throws as publishing it would */
  async startFrom(context: RequestContext, file: UploadedTable): Promise<EntryView> {
    const scheme = await this.workbooks.schemeOf(context, file);
    return this.insert(context, entryFromScheme(scheme), { scheme, fileName: file.name });
  }

  /**
   * Keeps what was typed. The same request again changes nothing and answers the same.
   * @throws ProblemError not_found, scheme_entry_not_yours, scheme_entry_not_draft, version_conflict
   */
  async execute(
    context: RequestContext,
    seen: SeenEntry,
    content: EntryContent,
  ): Promise<EntryView> {
    return this.database.transaction(context, async (manager) => {
      const entry = await this.entries.find(manager, context, seen.id, true);
      if (entry === null) throw notFound();
      if (!isEditorOf(entry, context)) throw new ProblemError('scheme_entry_not_yours');
      const isSame = canonicalJson(entry.content) === canonicalJson(content);
      if (isSame && [0, 1].includes(entry.version - seen.version))
        return this.shown.of(manager, context, entry);
      if (entry.version !== seen.version)
        throw versionConflict(EntryDto.of(await this.shown.of(manager, context, entry)));
      if (entry.state !== 'draft') throw new ProblemError('scheme_entry_not_draft');
      const written = await this.entries.write(manager, context, seen, content);
      const fields = changedSteps(entry.content, content);
      const subject = { type: 'scheme_entry', id: seen.id };
      const details = { version: written.version, fields };
      await this.audit.record(manager, context, 'scheme_entry.changed', subject, details);
      return this.shown.of(manager, context, written);
    });
  }

  /** Who joins sees what was typed and can never check it. */
  async join(context: RequestContext, id: string): Promise<EntryView> {
    return this.database.transaction(context, async (manager) => {
      const entry = await this.entries.find(manager, context, id, true);
      if (entry === null) throw notFound();
      if (isEditorOf(entry, context)) return this.shown.of(manager, context, entry);
      if (entry.state === 'entered') throw new ProblemError('scheme_entry_move_not_allowed');
      const { userId, userName } = context;
      const editors = [...entry.editors, { id: userId, name: userName }];
      const joined = await this.entries.setEditors(manager, context, entry, editors);
      const subject = { type: 'scheme_entry', id };
      await this.audit.record(manager, context, 'scheme_entry.joined', subject);
      return this.shown.of(manager, context, joined);
    });
  }

  private async insert(
    context: RequestContext,
    content: EntryContent,
    from: Parameters<EntriesRepository['insert']>[4],
  ): Promise<EntryView> {
    return this.database.transaction(context, async (manager) => {
      const entry = await this.entries.insert(manager, context, randomUUID(), content, from);
      const subject = { type: 'scheme_entry', id: entry.id };
      const details = { fileName: entry.fileName };
      await this.audit.record(manager, context, 'scheme_entry.started', subject, details);
      context.signal?.throwIfAborted();
      return this.shown.of(manager, context, entry);
    });
  }
}

/** Names of what changed, never a figure: who checks may be allowed to read the trail. */
function changedSteps(before: EntryContent, after: EntryContent): readonly string[] {
  return (Object.keys(after) as (keyof EntryContent)[]).filter(
    (key) => canonicalJson(before[key]) !== canonicalJson(after[key]),
  );
}
