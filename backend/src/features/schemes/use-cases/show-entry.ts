import { Injectable } from '@nestjs/common';
import { readingForm, READINESS_OF_ENTRY } from '@liangxing/scheme';
import { schemeFromEntry, type EntryRoots } from '@liangxing/scheme/loader';
import type { EntityManager } from 'typeorm';
import { notFound, TenantDatabase, type RequestContext } from '../../../kernel';
import { SchemeCatalogue } from '../scheme-catalogue';
import { EntriesRepository } from '../entries/entries.repository';
import type { EntryProblems, EntryView, SchemeEntry } from '../entries/entry';

export const isEditorOf = (
  { editors }: Pick<SchemeEntry, 'editors'>,
  { userId }: Pick<RequestContext, 'userId'>,
): boolean => editors.some(({ id }) => id === userId);

/** Entries as a person may see them: figures of a table that is not yet entered are its editors' alone. */
@Injectable()
export class ShowEntry {
  constructor(
    private readonly database: TenantDatabase,
    private readonly entries: EntriesRepository,
    private readonly catalogue: SchemeCatalogue,
  ) {}

  async list(context: RequestContext): Promise<EntryView[]> {
    const found = await this.database.read(context, (manager) =>
      this.entries.list(manager, context),
    );
    return found.map((entry) => ({
      ...{ entry, isEditor: isEditorOf(entry, context), content: null, form: null },
      ...{ checks: [], ownReading: null },
    }));
  }

  /** @throws ProblemError not_found */
  async execute(context: RequestContext, id: string): Promise<EntryView> {
    return this.database.read(context, async (manager) => {
      const entry = await this.entries.find(manager, context, id);
      if (entry === null) throw notFound();
      return this.of(manager, context, entry);
    });
  }

  async of(
    manager: EntityManager,
    context: RequestContext,
    entry: SchemeEntry,
  ): Promise<EntryView> {
    const isEditor = isEditorOf(entry, context);
    const isSeen = isEditor || entry.state === 'entered';
    const checks = await this.entries.checks(manager, context, entry.id);
    // What was read of an earlier version is on no paper of this one: a revision is read anew.
    const entered = checks.findIndex(({ differing }) => differing.length === 0);
    const sinceEntered = entered === -1 ? checks : checks.slice(0, entered);
    const own = sinceEntered.find(({ checkedBy }) => checkedBy.id === context.userId);
    return {
      entry,
      isEditor,
      content: isSeen ? entry.content : null,
      form: entry.state === 'checking' && !isEditor ? readingForm(entry.content) : null,
      checks,
      ownReading: own?.reading ?? null,
    };
  }

  /** What keeps the table from being submitted; for its editors. @throws ProblemError not_found */
  async problems(context: RequestContext, id: string): Promise<EntryProblems> {
    const { entry, content } = await this.execute(context, id);
    if (content === null) throw notFound();
    return this.problemsOf(entry, await this.rootsOf(context, entry));
  }

  problemsOf({ content }: SchemeEntry, roots: EntryRoots): EntryProblems {
    const made = schemeFromEntry(content, roots, null);
    return 'problems' in made ? made.problems : [];
  }

  /** Outside of a transaction: the readiness scheme is read on a connection of its own. */
  async rootsOf(
    context: RequestContext,
    { id, imported }: Pick<SchemeEntry, 'id' | 'imported'>,
  ): Promise<EntryRoots> {
    const readiness = await this.catalogue.newest(context, READINESS_OF_ENTRY);
    if (readiness === null) throw new Error(`scheme ${READINESS_OF_ENTRY} is not published`);
    return { id: `annex-c-${id.slice(0, 8)}`, imported, readiness: readiness.scheme };
  }
}
