import type { Language } from '@liangxing/contracts';
import {
  ACCEPT_ALL_CONFIDENCE,
  createPlacer,
  keyTree,
  type Industry,
  type PlaceSuggestion,
  type StandardSystem,
} from '@liangxing/system-structure';
import type { SuggestedPlacesDto } from '../dto/place.dto';
import { levelOf, placesOf } from '../system-state';
import { registerOf } from './register-row';

export interface UnplacedStandards {
  readonly version: number;
  readonly system: StandardSystem;
  /** For `placesOf`. */
  readonly places: string;
  /** For `registerOf`. */
  readonly register: string;
  readonly industry: Industry;
  readonly language: Language;
}

function told({ reasons, ...suggestion }: PlaceSuggestion, language: Language) {
  return {
    ...suggestion,
    reasons: reasons.map(({ kind, text }) => ({ kind, text: text[language] })),
  };
}

/** Where the standards without a place may belong, by rules that can be read: the answer as bytes of JSON. */
export function suggestPlaces(given: UnplacedStandards): Uint8Array {
  const { system, version, industry, language } = given;
  const places = placesOf(given.places);
  const register = registerOf(given.register).map((row) => ({
    ...row,
    // What has no level of its own is the enterprise's own document.
    level: levelOf(row.level),
    nodes: places.get(row.id) ?? [],
  }));
  const placed = register.filter(({ nodes }) => nodes.length > 0);
  const placer = createPlacer(keyTree(system), system.templateId, placed, industry);
  const rows = register
    .filter(({ nodes }) => nodes.length === 0)
    .map((standard) => ({
      standardId: standard.id,
      // The likeliest first; empty: nothing is known.
      suggestions: placer.suggest(standard).map((suggestion) => told(suggestion, language)),
    }));
  const answer: SuggestedPlacesDto = { version, acceptAllConfidence: ACCEPT_ALL_CONFIDENCE, rows };
  return Buffer.from(JSON.stringify(answer));
}
