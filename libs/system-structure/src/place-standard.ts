import { parseStandardNumber } from '@liangxing/standard-number';
import { matchCode } from './match-code';
import { matchName } from './match-name';
import { type StructureTree } from './structure';
import { nodeOf } from './tree-index';

/** What is known of a standard's place: a person's choice, or what the register says. */
interface PlacementInput {
  /** Codes chosen by a person, the main place first. */
  readonly hand?: readonly string[] | undefined;
  /** The 体系编号 column: a code, a longer number that begins with a code, or a name. */
  readonly systemCode?: string | undefined;
  /** A column with the sub-system's name, perhaps as a path: `产品实现／营销`. */
  readonly systemName?: string | undefined;
  /** The standard number; an enterprise number may carry the code: Q/SLJD J0201-2022. */
  readonly number?: string | undefined;
}

/** How the place was found; everything but `hand` and `code` deserves a look by a person. */
type PlacementBasis = 'hand' | 'code' | 'prefix' | 'name' | 'own_number';

export interface Placed {
  readonly kind: 'placed';
  /** The main place first. Never empty. */
  readonly nodes: readonly string[];
  readonly basis: PlacementBasis;
}

interface Unplaced {
  readonly kind: 'unplaced';
  /** `nothing_told`: no column says anything. `unknown_code`: it says something else. */
  readonly reason: 'nothing_told' | 'unknown_code' | 'ambiguous_name';
  /** What the register says, where it says something. */
  readonly told?: string;
  /** Places that the told name could mean. */
  readonly candidates?: readonly string[];
}

export type Placement = Placed | Unplaced;

function placeByHand(tree: StructureTree, hand: readonly string[]): Placement {
  const unknown = hand.find((code) => nodeOf(tree, code) === undefined);
  if (unknown !== undefined) return { kind: 'unplaced', reason: 'unknown_code', told: unknown };
  return { kind: 'placed', nodes: [...new Set(hand)], basis: 'hand' };
}

/** Several codes in one cell: `J02、G03`. Only where every piece is a code. */
function matchSeveralCodes(tree: StructureTree, text: string): Placed | undefined {
  const pieces = text.split(/[、,，;；\n]/u).filter((piece) => piece.trim() !== '');
  if (pieces.length < 2) return undefined;
  const matches = pieces.map((piece) => matchCode(tree, piece));
  const nodes = matches.flatMap((match) => (match === undefined ? [] : [match.node]));
  if (nodes.length < pieces.length) return undefined;
  const isExact = matches.every((match) => match?.basis === 'code');
  return { kind: 'placed', nodes: [...new Set(nodes)], basis: isExact ? 'code' : 'prefix' };
}

function placeByText(tree: StructureTree, text: string): Placement {
  const code = matchCode(tree, text);
  if (code?.basis === 'code') return { kind: 'placed', nodes: [code.node], basis: 'code' };
  const names = matchName(tree, text);
  const [only] = names;
  if (only !== undefined && names.length === 1) {
    return { kind: 'placed', nodes: [only], basis: 'name' };
  }
  const several = matchSeveralCodes(tree, text);
  if (several !== undefined) return several;
  if (code !== undefined) return { kind: 'placed', nodes: [code.node], basis: 'prefix' };
  if (names.length > 1) {
    return { kind: 'unplaced', reason: 'ambiguous_name', told: text, candidates: names };
  }
  return { kind: 'unplaced', reason: 'unknown_code', told: text };
}

/** `J0201` out of Q/SLJD J0201-2022, where the house numbers by its structure. */
function placeByOwnNumber(tree: StructureTree, number: string): Placed | undefined {
  const parsed = parseStandardNumber(number);
  if (parsed.kind !== 'standard' || parsed.level !== 'enterprise') return undefined;
  if (parsed.classCode === undefined) return undefined;
  const joint = parsed.joint === ' ' ? '.' : (parsed.joint ?? '');
  const match = matchCode(tree, `${parsed.classCode}${joint}${parsed.number}`);
  return match === undefined
    ? undefined
    : { kind: 'placed', nodes: [match.node], basis: 'own_number' };
}

/**
 * Finds the place of a standard in a structure: by hand, by the register's 体系编号 or name, or by
 * the enterprise's own number. Not being placed is a result, never an error.
 */
export function placeStandard(tree: StructureTree, input: PlacementInput): Placement {
  if (input.hand !== undefined && input.hand.length > 0) return placeByHand(tree, input.hand);
  const told = [input.systemCode, input.systemName].filter(
    (text): text is string => text !== undefined && text.trim() !== '',
  );
  const placements = told.map((text) => placeByText(tree, text));
  const found = placements.find((placement) => placement.kind === 'placed');
  if (found !== undefined) return found;
  const own = input.number === undefined ? undefined : placeByOwnNumber(tree, input.number);
  return own ?? placements[0] ?? { kind: 'unplaced', reason: 'nothing_told' };
}
