import type { WordField } from '@liangxing/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  organizationDay,
  ProblemError,
  TenantDatabase,
  type RequestContext,
} from '../../../kernel';
import {
  DraftsRepository,
  DraftWordValues,
  RecordDraftFiles,
  StartDrafts,
  WordFiles,
  type StoredWord,
} from '../../drafts';
import { StandardsRepository } from '../../standards';
import type { PreparedDraft } from '../template';
import type { Copier, CopyOf, CopyPlan } from './copier';

/** What is made at a client. */
interface FreshDrafts {
  readonly fresh: readonly PreparedDraft[];
  readonly present: readonly string[];
  /** Entries of the register that get their draft, by title. */
  readonly planned: ReadonlyMap<string, string>;
}

/**
 * Drafts are started, numbered where the client has a rule. One of the title of a draft or a standard that is there is
 * not; a planned entry of the register gets its draft. The Word file of a line becomes the draft's own: its fields are
 * filled in from what the client holds whenever it is downloaded there.
 */
@Injectable()
export class CopyDrafts implements Copier<'drafts'> {
  constructor(
    private readonly database: TenantDatabase,
    private readonly drafts: DraftsRepository,
    private readonly draftFiles: RecordDraftFiles,
    private readonly standards: StandardsRepository,
    private readonly starting: StartDrafts,
    private readonly words: WordFiles,
    private readonly values: DraftWordValues,
  ) {}

  /** @throws ProblemError quota_evidence_bytes */
  async prepare(
    context: RequestContext,
    { content, files }: CopyOf<'drafts'>,
  ): Promise<CopyOf<'drafts'>['files']> {
    // As whoever writes: nothing is copied to a client that takes nothing any more.
    const { fresh } = await this.database.read({ ...context, purpose: 'write' }, (manager) =>
      this.lacking(manager, context, content),
    );
    const wanted = new Map<number, StoredWord>();
    for (const { file } of fresh) {
      const prepared = file == null ? undefined : files.get(file);
      if (file != null && prepared !== undefined) wanted.set(file, prepared);
    }
    return this.words.copies(context, wanted);
  }

  async hold(manager: EntityManager, context: RequestContext): Promise<void> {
    await this.standards.takeTurn(manager, context);
    await this.drafts.lockNumbers(manager, context);
  }

  async plan(
    manager: EntityManager,
    context: RequestContext,
    { content, files }: CopyOf<'drafts'>,
  ): Promise<CopyPlan> {
    const lacking = await this.lacking(manager, context, content);
    const isNumbered = (await this.drafts.numbering(manager, context)) !== null;
    return {
      fresh: lacking.fresh.map(({ title }) => title),
      present: lacking.present,
      emptyFields: await this.emptyFields(manager, context, lacking, { files, isNumbered }),
      write: () => this.write(manager, context, lacking, { files, isNumbered }),
    };
  }

  private async lacking(
    manager: EntityManager,
    context: RequestContext,
    content: readonly PreparedDraft[],
  ): Promise<FreshDrafts> {
    const drafts = await this.drafts.list(manager, context);
    const rows = await this.standards.all(manager, context, organizationDay(new Date()));
    const written = new Set(drafts.map(({ title }) => title));
    const drafted = new Set(drafts.map(({ standardId }) => standardId));
    const planned = new Map<string, string>();
    for (const { id, title, isPlanned } of rows) {
      if (isPlanned && !drafted.has(id)) planned.set(title, id);
      else written.add(title);
    }
    const titles = content.map(({ title }) => title);
    const fresh = content.filter(
      ({ title }, at) => !written.has(title) && titles.indexOf(title) === at,
    );
    return { fresh, present: titles.filter((title) => written.has(title)), planned };
  }

  private async emptyFields(
    manager: EntityManager,
    context: RequestContext,
    { fresh, planned }: FreshDrafts,
    { files, isNumbered }: CopiedFiles,
  ): Promise<WordField[]> {
    const lines = fresh.flatMap((draft) => {
      const named = files.get(draft.file ?? 0)?.fields ?? [];
      return named.length > 0 ? [{ draft, named }] : [];
    });
    if (lines.length === 0) return [];
    const started = lines.map(({ draft }) => ({
      ...{ ...draft, standardId: planned.get(draft.title) ?? null, replacesNumber: '' },
      ...{ number: isNumbered ? 'Q/' : '', drafters: [], issuedOn: null, inForceOn: null },
    }));
    const values = await this.values.of(manager, context, started);
    const empty = lines.flatMap(({ named }, at) => named.filter((field) => !values[at]?.[field]));
    return [...new Set(empty)];
  }

  private async write(
    manager: EntityManager,
    context: RequestContext,
    { fresh, planned }: FreshDrafts,
    { files, isNumbered }: CopiedFiles,
  ): Promise<void> {
    const asked = fresh.map(({ file: _, ...draft }) => {
      const standardId = planned.get(draft.title);
      const entry = standardId === undefined ? {} : { standardId };
      return { ...draft, ...entry, replacesNumber: '', drafters: [] };
    });
    const started = await this.starting.startIn(manager, context, asked, isNumbered);
    for (const [at, { draft }] of started.entries()) {
      const number = fresh[at]?.file ?? null;
      if (number === null) continue;
      const file = files.get(number);
      // Somebody removed such a draft since the files were made ready: the next time they are.
      if (file === undefined) throw new ProblemError('busy', { seconds: 1 });
      const named = { ...file, fileName: `${draft.title}.docx` };
      await this.draftFiles.add(manager, context, draft.id, named);
    }
  }
}

interface CopiedFiles {
  readonly files: CopyOf<'drafts'>['files'];
  readonly isNumbered: boolean;
}
