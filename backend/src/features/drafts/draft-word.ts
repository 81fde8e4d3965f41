import { Injectable } from '@nestjs/common';
import type { DraftState } from '@liangxing/contracts';
import {
  DRAFT_OUTLINES,
  draftFromOutline,
  type DraftOutline,
  type DraftStage,
} from '@liangxing/dossier';
import { renderDraftWord } from '@liangxing/dossier/render';
import { compareNaturally } from '@liangxing/standard-number';
import { Audit, notFound, RequestContext, TenantDatabase } from '../../kernel';
import { ProfileReader } from '../organizations';
import type { Draft } from './draft';
import { DraftsRepository } from './drafts.repository';

const STAGES: Readonly<Record<DraftState, DraftStage>> = {
  draft: 'draft',
  review: 'review',
  approved: 'approved',
  in_force: 'inForce',
  revised: 'inForce',
  withdrawn: 'inForce',
};

/** What a standard of each kind begins with where no outline fits. */
const BLANK: Readonly<Record<Draft['kind'], readonly string[]>> = {
  technical: ['技术要求', '试验方法', '检验规则'],
  management: ['职责', '管理内容与要求', '检查与考核', '报告与记录'],
  post: ['职责与权限', '任职资格', '工作内容与要求', '检查与考核'],
};

function outlineOf({ outlineId, kind, title }: Draft): DraftOutline {
  const known = DRAFT_OUTLINES.find(({ id }) => id === outlineId);
  if (known !== undefined) return known;
  return {
    id: '',
    kind,
    title,
    lays: '【内容】',
    applies: '【适用范围】',
    references: [],
    terms: [],
    chapters: BLANK[kind].map((chapter) => ({
      title: chapter,
      blocks: [{ kind: 'text', text: '【内容】' }],
    })),
  };
}

export interface DraftFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** The Word file of a draft; written outside of the transaction that reads it. */
@Injectable()
export class DraftWord {
  constructor(
    private readonly database: TenantDatabase,
    private readonly drafts: DraftsRepository,
    private readonly profiles: ProfileReader,
    private readonly audit: Audit,
  ) {}

  async execute(context: RequestContext, id: string): Promise<DraftFile> {
    const { draft, enterpriseName } = await this.database.transaction(context, async (manager) => {
      const found = await this.drafts.find(manager, context, id);
      if (found === null) throw notFound();
      const { name } = await this.profiles.read(manager, context.organizationId);
      await this.audit.record(manager, context, 'draft.downloaded', { type: 'draft', id });
      return { draft: found, enterpriseName: name };
    });
    return wordOf(draft, enterpriseName);
  }

  /** Those in one state, one after another; in the order of their numbers. */
  async *inState(context: RequestContext, state: DraftState): AsyncGenerator<DraftFile> {
    const { drafts, enterpriseName } = await this.database.transaction(context, async (manager) => {
      const all = await this.drafts.list(manager, context);
      const found = all.filter((draft) => draft.state === state);
      const { name } = await this.profiles.read(manager, context.organizationId);
      for (const { id } of found) {
        await this.audit.record(manager, context, 'draft.downloaded', { type: 'draft', id });
      }
      return { drafts: found, enterpriseName: name };
    });
    const sorted = [...drafts].sort((a, b) => compareNaturally(a.number, b.number));
    for (const draft of sorted) yield await wordOf(draft, enterpriseName);
  }
}

async function wordOf(draft: Draft, enterpriseName: string): Promise<DraftFile> {
  const { number, title, englishTitle, department, drafters, issuedOn, inForceOn } = draft;
  const bytes = await renderDraftWord(
    draftFromOutline(outlineOf(draft), {
      enterpriseName,
      number,
      title,
      englishTitle,
      replaces: draft.replacesNumber,
      department,
      drafters,
      stage: STAGES[draft.state],
      issuedOn,
      inForceOn,
    }),
    '良行',
  );
  return { fileName: `${`${number} ${title}`.trim().replaceAll('/', '-')}.docx`, bytes };
}
