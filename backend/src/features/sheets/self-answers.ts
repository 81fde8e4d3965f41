import { listItems } from '@liangxing/scheme';
import type { ItemScore } from '@liangxing/scoring';
import { scoreMaterial, type FrozenMaterial } from '../dossiers/pure';
import type { ResultState } from './evaluation-result';
import type { ScoredContent } from './sheet';

/** How the enterprise judged an item itself. */
export interface SelfAnswer extends ResultState, Pick<ScoredContent, 'rules' | 'measured'> {
  readonly itemId: string;
  readonly finding: string;
  readonly responsible: string;
  readonly reason: string;
}

/** What is proposed not to apply reads as what does not. */
export const resultState = (
  { state, earned }: Pick<ItemScore, 'state' | 'earned'>,
  hasPoints: boolean,
): ResultState => ({
  state: state === 'proposed_not_applicable' ? 'not_applicable' : state,
  points: hasPoints ? earned : null,
});

/** Of every item, in printed order; a readiness item that nobody judged stands as it followed from what was known. */
export function selfAnswers(material: FrozenMaterial): readonly SelfAnswer[] {
  const { document } = material.scheme;
  const { items } = scoreMaterial(material);
  const written = new Map(material.answers.map((answer) => [answer.itemId, answer]));
  return listItems(document).map(({ item: { id } }) => {
    const { answer, measured, finding, responsible, reason } = written.get(id) ?? {};
    const unanswered = { state: 'unanswered', earned: 0 } as const;
    return {
      ...{ itemId: id, ...resultState(items[id] ?? unanswered, document.kind === 'scored') },
      ...{ rules: answer?.rules ?? {}, measured: measured ?? null },
      ...{ finding: finding ?? '', responsible: responsible ?? '', reason: reason ?? '' },
    };
  });
}
