import { score } from '@liangxing/scoring';
import { primarySystemOf } from '../../systems/pure';
import type { AnswerMaterial, DossierMaterial } from '../dossier-material';
import type { FrozenSystem, MaterialContent } from './frozen-material';
import { countedAnswers } from './score-material';

/** What is judged and printed: the facts with everything that follows from them. Pure. */
export function deriveMaterial(content: MaterialContent): DossierMaterial {
  const { day: _day, readiness: _readiness, scheme, answers, system: frozen, ...facts } = content;
  const counted = countedAnswers(content);
  const written = new Map(answers.map((answer) => [answer.itemId, answer]));
  const system = frozen === null ? null : derivedSystem(frozen);
  return {
    ...facts,
    scheme: scheme.document,
    // What counts, with what people wrote of it; a readiness item may have nothing written.
    answers: Object.entries(counted).map(([itemId, answer]): AnswerMaterial => {
      const { finding = '', responsible = '', reason = '' } = written.get(itemId) ?? {};
      return { itemId, answer, finding, responsible, reason };
    }),
    score: score(scheme.document, counted, content.facts),
    system,
    standards: content.standards.map((entry) => ({
      ...entry,
      nodes: system === null ? null : (system.places.get(entry.id) ?? []),
    })),
  };
}

function derivedSystem({ places, ...system }: FrozenSystem): DossierMaterial['system'] {
  return primarySystemOf({ ...system, places: JSON.stringify(places) });
}
