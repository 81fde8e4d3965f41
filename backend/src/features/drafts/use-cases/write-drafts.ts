import { Injectable } from '@nestjs/common';
import { isOpenDraft } from '@liangxing/contracts';
import { isSameStandard, parseStandardNumber } from '@liangxing/standard-number';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import {
  Audit,
  changedFields,
  notFound,
  organizationDay,
  ProblemError,
  RequestContext,
  TenantDatabase,
  validationFailed,
  versionConflict,
} from '../../../kernel';
import { peopleInList, requireMembers } from '../../organizations';
import { EMPTY_RECORD, newStandardId, StandardsRepository } from '../../standards';
import { ownName, type Draft, type DraftContent, type DraftView } from '../draft';
import { DraftFilesRepository } from '../draft-files.repository';
import { DraftsRepository } from '../drafts.repository';
import { DraftDto } from '../dto/draft.dto';
import { nextNumber } from '../own-numbers';
import { DraftWordValues } from '../word/draft-word-values';
import { RecordDraftFiles } from './record-draft-files';
import { WordFiles, type StoredWord } from './word-files';

type Changes = { readonly [Field in keyof DraftContent]?: DraftContent[Field] | undefined };

/** Starts, changes and removes drafts; each open one stands in the register as 拟制定. */
@Injectable()
export class WriteDrafts {
  constructor(
    private readonly database: TenantDatabase,
    private readonly drafts: DraftsRepository,
    private readonly standards: StandardsRepository,
    private readonly files: DraftFilesRepository,
    private readonly values: DraftWordValues,
    private readonly words: WordFiles,
    private readonly recording: RecordDraftFiles,
    private readonly audit: Audit,
  ) {}

  /** @param standardId its entry in the register, where there is one already */
  async start(
    context: RequestContext,
    content: DraftContent,
    standardId: string | null,
  ): Promise<DraftView> {
    return this.database.transaction(context, (manager) =>
      this.startIn(manager, context, content, standardId),
    );
  }

  /** Inside the caller's transaction. */
  async startIn(
    manager: EntityManager,
    context: RequestContext,
    content: DraftContent,
    standardId: string | null,
  ): Promise<DraftView> {
    if (
      standardId !== null &&
      (await this.standards.find(manager, context, organizationDay(new Date()), standardId)) ===
        null
    )
      throw notFound();
    await this.checkNumber(manager, context, content, null);
    await requireMembers(manager, context, peopleInList('drafters', content.drafters, []));
    const entry = standardId ?? (await this.register(manager, context, content));
    return this.insert(manager, context, content, { standardId: entry, replacesDraft: null });
  }

  /** A new draft in place of a standard in force, with its Word file where it has one. Asking twice gives the same draft. */
  async revise(context: RequestContext, id: string): Promise<DraftView> {
    const wanted = await this.wantedFile(context, id);
    return this.words.withCopies(context, wanted, (ready) => {
      const [file] = ready.values();
      return this.reviseWith(context, id, file);
    });
  }

  private reviseWith(context: RequestContext, id: string, file?: StoredWord): Promise<DraftView> {
    return this.database.transaction(context, async (manager) => {
      const old = await this.required(manager, context, id);
      if (old.state !== 'in_force') {
        const current = DraftDto.of(await this.view(manager, context, id));
        throw new ProblemError('draft_move_not_allowed', {}, { current });
      }
      const open = await this.openRevision(manager, context, id);
      if (open !== undefined) return this.view(manager, context, open.id);
      // Who came between files made ready and here has changed what there is to copy: the next time it is ready.
      const [newest] = await this.files.list(manager, context, id);
      if (newest?.sha256 !== file?.sha256) throw new ProblemError('busy', { seconds: 1 });
      const content = { ...old, number: '', replacesNumber: old.number };
      const standardId = await this.register(manager, context, content);
      const links = { standardId, replacesDraft: id };
      const { draft } = await this.insert(manager, context, content, links);
      if (file !== undefined) await this.recording.add(manager, context, draft.id, file);
      return this.view(manager, context, draft.id);
    });
  }

  /** The newest file, where the next edition is to begin with it; nothing where that has begun already. */
  private wantedFile(
    context: RequestContext,
    id: string,
  ): Promise<ReadonlyMap<number, StoredWord>> {
    return this.database.read(context, async (manager) => {
      const { state } = await this.required(manager, context, id);
      const isBegun = (await this.openRevision(manager, context, id)) !== undefined;
      const [newest] = await this.files.list(manager, context, id);
      const isWanted = newest !== undefined && state === 'in_force' && !isBegun;
      return new Map(isWanted ? [[newest.number, newest]] : []);
    });
  }

  private async openRevision(
    manager: EntityManager,
    context: RequestContext,
    id: string,
  ): Promise<Draft | undefined> {
    const all = await this.drafts.list(manager, context);
    return all.find(({ replacesDraft, state }) => replacesDraft === id && isOpenDraft(state));
  }

  async change(
    context: RequestContext,
    id: string,
    version: number,
    changes: Changes,
  ): Promise<DraftView> {
    return this.database.transaction(context, async (manager) => {
      const draft = await this.openDraft(manager, context, id);
      const told = Object.entries(changes).filter(([, value]) => value !== undefined);
      const content: DraftContent = { ...draft, ...(Object.fromEntries(told) as Partial<Draft>) };
      await this.checkNumber(manager, context, content, draft);
      const drafters = peopleInList('drafters', content.drafters, draft.drafters);
      await requireMembers(manager, context, drafters);
      const fields = changedFields(draft, content);
      if (fields.length === 0 && draft.version === version) return this.view(manager, context, id);
      if (!(await this.drafts.update(manager, context, id, version, content))) {
        throw await this.conflict(manager, context, id);
      }
      const subject = { type: 'draft', id };
      await this.audit.record(manager, context, 'draft.changed', subject, { fields });
      return this.view(manager, context, id);
    });
  }

  /** Its entry in the register stays: what is missing is still missing. */
  async remove(context: RequestContext, id: string, version: number): Promise<void> {
    const keys = await this.database.transaction(context, async (manager) => {
      const draft = await this.openDraft(manager, context, id);
      const files = await this.files.list(manager, context, id);
      if (!(await this.drafts.remove(manager, context, id, version))) {
        throw await this.conflict(manager, context, id);
      }
      const subject = { type: 'draft', id };
      await this.audit.record(manager, context, 'draft.removed', subject, { title: draft.title });
      return this.files.release(manager, context, files);
    });
    await this.files.clear(context, keys);
  }

  async view(manager: EntityManager, context: RequestContext, id: string): Promise<DraftView> {
    const draft = await this.required(manager, context, id);
    const steps = await this.drafts.steps(manager, context, id);
    const files = await this.files.list(manager, context, id);
    const fields = files[0]?.fields ?? [];
    const [values] = fields.length > 0 ? await this.values.of(manager, context, [draft]) : [];
    return { draft, steps, files, emptyFields: fields.filter((field) => !values?.[field]) };
  }

  async conflict(
    manager: EntityManager,
    context: RequestContext,
    id: string,
  ): Promise<ProblemError> {
    return versionConflict(DraftDto.of(await this.view(manager, context, id)));
  }

  private async insert(
    manager: EntityManager,
    context: RequestContext,
    content: DraftContent,
    links: Pick<Draft, 'standardId' | 'replacesDraft'>,
  ): Promise<DraftView> {
    const id = randomUUID();
    await this.drafts.insert(manager, context, { ...content, ...links, id });
    const on = organizationDay(new Date());
    const step = { state: 'draft' as const, on, ...ownName(context), note: '' };
    await this.drafts.addStep(manager, context, id, step);
    const subject = { type: 'draft', id };
    await this.audit.record(manager, context, 'draft.started', subject, { title: content.title });
    return this.view(manager, context, id);
  }

  /** A 拟制定 entry in the register; it counts among the 应有数 from now on. */
  private async register(
    manager: EntityManager,
    context: RequestContext,
    { title, englishTitle, department }: DraftContent,
  ): Promise<string> {
    const id = newStandardId();
    const position = await this.standards.nextPosition(manager, context);
    const level = 'enterprise' as const;
    const record = { ...EMPTY_RECORD, title, englishTitle, department, level, isPlanned: true };
    await this.standards.insert(manager, context, [{ id, position, record }]);
    return id;
  }

  private async required(
    manager: EntityManager,
    context: RequestContext,
    id: string,
  ): Promise<Draft> {
    const draft = await this.drafts.find(manager, context, id);
    if (draft === null) throw notFound();
    return draft;
  }

  private async openDraft(
    manager: EntityManager,
    context: RequestContext,
    id: string,
  ): Promise<Draft> {
    const draft = await this.required(manager, context, id);
    if (!isOpenDraft(draft.state)) throw new ProblemError('draft_not_open');
    return draft;
  }

  /** A number is an enterprise's own, and given once. */
  private async checkNumber(
    manager: EntityManager,
    context: RequestContext,
    { number, kind }: DraftContent,
    before: Draft | null,
  ): Promise<void> {
    if (number === '' || number === before?.number) return;
    const parsed = parseStandardNumber(number);
    if (parsed.kind !== 'standard' || parsed.level !== 'enterprise') {
      throw validationFailed({ path: 'number', code: 'not_enterprise_number' });
    }
    await this.drafts.lockNumbers(manager, context);
    const taken = await this.drafts.ownNumbers(manager, context);
    const isTaken = taken.some((other) => {
      const read = parseStandardNumber(other);
      return read.kind === 'standard' && isSameStandard(read, parsed);
    });
    if (!isTaken) return;
    const setting = await this.drafts.numbering(manager, context);
    const year = Number(organizationDay(new Date()).slice(0, 4));
    const given = await this.drafts.givenNumbers(manager, context);
    const next = setting === null ? '' : nextNumber(setting, given, { kind, node: '', year });
    throw new ProblemError('number_taken', { number, next });
  }
}
