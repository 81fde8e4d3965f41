import type { DraftState, DraftVerb } from '@liangxing/contracts';
import type {
  AskedDraftDto,
  DraftDto,
  DraftHeadDto,
  DraftOutlineDto,
  MoveDraftDto,
  NumberingDto,
  StartDraftDto,
} from '../../../core/api/generated/openapi';

export type Draft = DraftDto;
/** As it stands in the list. */
export type DraftHead = DraftHeadDto;
export type DraftOutline = DraftOutlineDto;
export type DraftContent = Omit<StartDraftDto, 'standardId'>;
/** A missing standard as it is started together with others. */
export type AskedDraft = AskedDraftDto;
export type StepInput = MoveDraftDto;
export type Numbering = NumberingDto;
export type DraftKind = Draft['kind'];
export const DRAFT_KINDS: readonly DraftKind[] = ['technical', 'management', 'post'];

export const EMPTY_DRAFT: DraftContent = {
  kind: 'management',
  outlineId: '',
  title: '',
  englishTitle: '',
  number: '',
  replacesNumber: '',
  department: '',
  drafters: [],
};

/** What a new draft begins with: the outline's kind, the title that was asked for or the outline's. */
export function draftFrom(outline: DraftOutline | undefined, title: string): DraftContent {
  return {
    ...EMPTY_DRAFT,
    kind: outline?.kind ?? EMPTY_DRAFT.kind,
    outlineId: outline?.id ?? '',
    title: title || (outline?.title ?? ''),
  };
}

/** `顾敏、周华` as people write it. */
export function namesOf(text: string): DraftContent['drafters'] {
  return text
    .split(/[、，,;；\s]+/u)
    .map((name) => ({ name: name.trim() }))
    .filter(({ name }) => name !== '');
}

export function printedNames(people: DraftContent['drafters']): string {
  return people.map(({ name }) => name).join('、');
}

const FORWARD: Partial<Record<DraftState, DraftVerb>> = {
  draft: 'submit',
  review: 'approve',
  approved: 'bring_into_force',
};

/** The move on the way into force, if there is one. */
export const forwardOf = (state: DraftState): DraftVerb | undefined => FORWARD[state];

const TECHNICAL = /(?:规程|守则|规范|要求|技术条件|方法|图样|定额|产品标准|内控标准|编号规则)$/u;

/** Kind of a standard without an outline: by the body where it stands, else by what its title ends with. */
export function kindFor(node: string, title: string): DraftKind {
  if (/^(?:GW|Z)/u.test(node)) return 'post';
  if (node.startsWith('J')) return 'technical';
  if (node.startsWith('G')) return 'management';
  return TECHNICAL.test(title) ? 'technical' : 'management';
}

/** Moves ask for different things. */
export function asksOf(move: DraftVerb): {
  readonly by: boolean;
  readonly note: boolean;
  readonly dates: boolean;
} {
  return { by: move === 'approve', note: move === 'withdraw', dates: move === 'bring_into_force' };
}
