import type { DraftState } from '@liangxing/contracts';
import {
  DRAFT_OUTLINES,
  draftFromOutline,
  type DraftOutline,
  type DraftStage,
} from '@liangxing/dossier';
import { renderDraftWord } from '@liangxing/dossier/render';
import { compareNaturally } from '@liangxing/standard-number';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { distinctFileNames } from '../../kernel/pure';
import { draftFileName, UNCLASSIFIED, type Draft, type DraftClassification } from './draft';
import { fillWordFile } from './word/word-file.task';

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

export interface WrittenDraft {
  readonly draft: Draft;
  readonly classification: DraftClassification;
  /** Name of the edition that it replaces; empty while unknown. */
  readonly replacesTitle: string;
  readonly enterpriseName: string;
}

/** A draft as the bytes of a Word file. */
export function writeDraftWord(written: WrittenDraft): Promise<Uint8Array> {
  const { draft, classification, replacesTitle, enterpriseName } = written;
  const { number, title, englishTitle, department, drafters, issuedOn, inForceOn } = draft;
  return renderDraftWord(
    draftFromOutline(outlineOf(draft), {
      enterpriseName,
      number,
      title,
      englishTitle,
      replaces: draft.replacesNumber,
      replacesTitle,
      department,
      drafters: drafters.map(({ name }) => name),
      ...classification,
      stage: STAGES[draft.state],
      issuedOn,
      inForceOn,
    }),
    '良行',
  );
}

export interface WrittenDrafts {
  readonly drafts: readonly Draft[];
  /** By the id of an entry in the register. */
  readonly classifications: Readonly<Record<string, DraftClassification>>;
  /** Names of replaced editions by number. */
  readonly replacedTitles: Readonly<Record<string, string>>;
  readonly enterpriseName: string;
  /** Files of their own, by the id of the draft. */
  readonly files: Readonly<Record<string, Parameters<typeof fillWordFile>[0]>>;
}

/** Word files of several drafts in one ZIP, in the order of their numbers. */
export async function writeDraftWords(written: WrittenDrafts): Promise<Uint8Array> {
  const { classifications, enterpriseName, files, replacedTitles } = written;
  const drafts = [...written.drafts].sort((a, b) => compareNaturally(a.number, b.number));
  const nameOf = distinctFileNames();
  const zip = new ZipFile();
  for (const draft of drafts) {
    const own = files[draft.id];
    const bytes =
      own === undefined
        ? await writeDraftWord({
            draft,
            classification: classifications[draft.standardId ?? ''] ?? UNCLASSIFIED,
            replacesTitle: replacedTitles[draft.replacesNumber] ?? '',
            enterpriseName,
          })
        : await fillWordFile(own);
    // A Word file is compressed already.
    zip.addBuffer(Buffer.from(bytes), nameOf(draftFileName(draft)), { compress: false });
  }
  zip.end();
  return buffer(zip.outputStream as NodeJS.ReadableStream);
}
