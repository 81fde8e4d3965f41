import { Injectable } from '@nestjs/common';
import {
  WORD_FIELDS,
  type DraftState,
  type WordField,
  type WordFieldValues,
} from '@liangxing/contracts';
import type { EntityManager } from 'typeorm';
import {
  Audit,
  notFound,
  ProblemError,
  RequestContext,
  TenantDatabase,
  ThreadPool,
  threadTask,
} from '../../../kernel';
import { draftFileName, UNCLASSIFIED, type Draft } from '../draft';
import { DraftFilesRepository } from '../draft-files.repository';
import { DraftsRepository } from '../drafts.repository';
import { toldOfFile, type WordRow } from '../word/word-rows.repository';
import { DraftWordValues } from '../word/draft-word-values';
import { WordFiles, type StoredWord } from './word-files';
import type {
  writeDraftWord,
  writeDraftWords,
  WrittenDraft,
  WrittenDrafts,
} from '../write-draft-word.task';

const WRITE = threadTask<typeof writeDraftWord>('writeDraftWord', { seconds: 30 });
/** Some hundreds of drafts, each laid out once for the pages of its contents. */
const WRITE_SEVERAL = threadTask<typeof writeDraftWords>('writeDraftWords', { seconds: 300 });

/** Of all own files in one ZIP, which is made in memory. */
const MOST_ZIPPED_BYTES = 200_000_000;

interface WordOfDraft {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** One draft with what its Word file is made of. */
interface ReadDraft {
  readonly written: WrittenDraft;
  /** Its own; null: it is made of the outline. */
  readonly file: StoredWord | null;
  readonly values: WordFieldValues;
}

/**
 * The Word file of a draft: its own with the fields filled in, where people gave it one, else made of the outline; written
 * outside of the transaction that reads it.
 */
@Injectable()
export class DraftWord {
  constructor(
    private readonly database: TenantDatabase,
    private readonly drafts: DraftsRepository,
    private readonly files: DraftFilesRepository,
    private readonly values: DraftWordValues,
    private readonly words: WordFiles,
    private readonly audit: Audit,
    private readonly threads: ThreadPool,
  ) {}

  async execute(context: RequestContext, id: string): Promise<WordOfDraft> {
    const { written, file, values } = await this.one(context, id);
    const fileName = draftFileName(written.draft);
    const bytes =
      file === null
        ? await this.threads.run(context, WRITE, written, context)
        : await this.words.filled(context, file, values);
    return { bytes, fileName };
  }

  /** A Word file for a template: the outline, with fields where each enterprise has a text of its own. */
  withFields(
    context: RequestContext,
    prepared: Pick<Draft, 'kind' | 'outlineId' | 'title'>,
  ): Promise<Uint8Array> {
    const named = (field: WordField): string => `{{${WORD_FIELDS[field].zh}}}`;
    const draft: Draft = {
      ...{ id: '', version: 1, standardId: null, replacesDraft: null, state: 'draft' },
      ...{ issuedOn: null, inForceOn: null, withdrawnOn: null, updatedAt: new Date(0) },
      ...{ kind: prepared.kind, outlineId: prepared.outlineId, title: prepared.title },
      ...{ number: named('number'), englishTitle: '', replacesNumber: '' },
      department: named('department'),
      drafters: [{ name: named('drafters'), userId: null }],
    };
    const enterpriseName = named('enterpriseName');
    const written = { draft, classification: UNCLASSIFIED, replacesTitle: '', enterpriseName };
    return this.threads.run(context, WRITE, written, context);
  }

  /** Those in one state, as the bytes of a ZIP. @throws ProblemError work_too_heavy */
  async inState(context: RequestContext, state: DraftState): Promise<Uint8Array> {
    const { own, ...written } = await this.several(context, state);
    const bytes = own.reduce((sum, { file }) => sum + file.size, 0);
    if (bytes > MOST_ZIPPED_BYTES) throw new ProblemError('work_too_heavy');
    return this.words.onDisk(
      own.map(({ file }) => file),
      (paths) => {
        const told = own.map(({ file: { fields }, values }, at) => ({
          ...{ path: paths[at] ?? '', fields, values },
        }));
        const files = Object.fromEntries(own.map(({ id }, at) => [id, told[at]]));
        return this.threads.run(
          context,
          WRITE_SEVERAL,
          { ...written, files } as WrittenDrafts,
          context,
        );
      },
    );
  }

  private one(context: RequestContext, id: string): Promise<ReadDraft> {
    return this.database.transaction(context, async (manager) => {
      const draft = await this.drafts.find(manager, context, id);
      if (draft === null) throw notFound();
      const file = (await this.files.newest(manager, context, [id])).get(id) ?? null;
      await this.tell(manager, context, id, file);
      const replaced = draft.replacesNumber;
      const titles = await this.drafts.titlesOf(manager, context, [replaced]);
      const [values] = await this.values.of(manager, context, [draft]);
      if (values === undefined) throw notFound();
      const { ics, ccs, enterpriseName } = values;
      const written = {
        ...{ draft, enterpriseName, classification: { ics, ccs } },
        replacesTitle: titles[replaced] ?? '',
      };
      return { written, file, values };
    });
  }

  /** Who fetched it, and which file of its own it was. */
  private tell(
    manager: EntityManager,
    context: RequestContext,
    id: string,
    file: WordRow | null,
  ): Promise<void> {
    const subject = { type: 'draft', id };
    const details = file === null ? {} : toldOfFile(file);
    return this.audit.record(manager, context, 'draft.downloaded', subject, details);
  }

  private several(context: RequestContext, state: DraftState): Promise<ReadDrafts> {
    return this.database.transaction(context, async (manager) => {
      const all = await this.drafts.list(manager, context);
      const drafts = all.filter((draft) => draft.state === state);
      const values = await this.values.of(manager, context, drafts);
      const replaced = drafts.map(({ replacesNumber }) => replacesNumber);
      const replacedTitles = await this.drafts.titlesOf(manager, context, replaced);
      const ids = drafts.map(({ id }) => id);
      const files = await this.files.newest(manager, context, ids);
      for (const id of ids) await this.tell(manager, context, id, files.get(id) ?? null);
      const told = drafts.map(({ id, standardId }, at) => ({ id, standardId, values: values[at] }));
      const own = told.flatMap(({ id, values: texts }) => {
        const file = files.get(id);
        return file && texts ? [{ id, file, values: texts }] : [];
      });
      const codes = told.map(({ standardId, values: texts }) => [
        standardId ?? '',
        texts ? { ics: texts.ics, ccs: texts.ccs } : UNCLASSIFIED,
      ]);
      const classifications = Object.fromEntries(codes) as WrittenDrafts['classifications'];
      const enterpriseName = values[0]?.enterpriseName ?? '';
      return { drafts, classifications, replacedTitles, enterpriseName, own };
    });
  }
}

interface ReadDrafts extends Omit<WrittenDrafts, 'files'> {
  readonly own: readonly {
    readonly id: Draft['id'];
    readonly file: StoredWord;
    readonly values: WordFieldValues;
  }[];
}
