import { Injectable } from '@nestjs/common';
import type { DraftState } from '@liangxing/contracts';
import {
  Audit,
  notFound,
  RequestContext,
  TenantDatabase,
  ThreadPool,
  threadTask,
} from '../../../kernel';
import { ProfileRepository } from '../../organizations';
import { draftFileName, UNCLASSIFIED } from '../draft';
import { DraftsRepository } from '../drafts.repository';
import type {
  writeDraftWord,
  writeDraftWords,
  WrittenDraft,
  WrittenDrafts,
} from '../write-draft-word.task';

const WRITE = threadTask<typeof writeDraftWord>('writeDraftWord', { seconds: 30 });
/** Some hundreds of drafts, each laid out once for the pages of its contents. */
const WRITE_SEVERAL = threadTask<typeof writeDraftWords>('writeDraftWords', { seconds: 300 });

interface DraftFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** The Word file of a draft; written outside of the transaction that reads it. */
@Injectable()
export class DraftWord {
  constructor(
    private readonly database: TenantDatabase,
    private readonly drafts: DraftsRepository,
    private readonly profiles: ProfileRepository,
    private readonly audit: Audit,
    private readonly threads: ThreadPool,
  ) {}

  async execute(context: RequestContext, id: string): Promise<DraftFile> {
    let fileName = '';
    const read = async (): Promise<WrittenDraft> => {
      const written = await this.one(context, id);
      fileName = draftFileName(written.draft);
      return written;
    };
    return { bytes: await this.threads.run(context, WRITE, read, context), fileName };
  }

  /** Those in one state, as the bytes of a ZIP. */
  inState(context: RequestContext, state: DraftState): Promise<Uint8Array> {
    const read = (): Promise<WrittenDrafts> => this.several(context, state);
    return this.threads.run(context, WRITE_SEVERAL, read, context);
  }

  private one(context: RequestContext, id: string): Promise<WrittenDraft> {
    return this.database.transaction(context, async (manager) => {
      const draft = await this.drafts.find(manager, context, id);
      if (draft === null) throw notFound();
      const { name } = await this.profiles.read(manager, context.organizationId);
      await this.audit.record(manager, context, 'draft.downloaded', { type: 'draft', id });
      const replaced = draft.replacesNumber;
      const titles = await this.drafts.titlesOf(manager, context, [replaced]);
      const codes = await this.drafts.classificationsOf(manager, context, [draft]);
      return {
        draft,
        classification: codes[draft.standardId ?? ''] ?? UNCLASSIFIED,
        replacesTitle: titles[replaced] ?? '',
        enterpriseName: name,
      };
    });
  }

  private several(context: RequestContext, state: DraftState): Promise<WrittenDrafts> {
    return this.database.transaction(context, async (manager) => {
      const all = await this.drafts.list(manager, context);
      const drafts = all.filter((draft) => draft.state === state);
      const { name } = await this.profiles.read(manager, context.organizationId);
      for (const { id } of drafts)
        await this.audit.record(manager, context, 'draft.downloaded', { type: 'draft', id });
      const replaced = drafts.map(({ replacesNumber }) => replacesNumber);
      const replacedTitles = await this.drafts.titlesOf(manager, context, replaced);
      const classifications = await this.drafts.classificationsOf(manager, context, drafts);
      return { drafts, classifications, replacedTitles, enterpriseName: name };
    });
  }
}
