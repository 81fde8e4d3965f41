import { canonicalText } from '@liangxing/standard-number';
import type { StructureTree } from './structure';
import { perTree } from './tree-index';

interface CodeMatch {
  readonly node: string;
  /** `prefix`: the text goes on after the code, as a serial does: J0201. */
  readonly basis: 'code' | 'prefix';
}

interface CodeParts {
  readonly letters: string;
  /** Digit groups as written. */
  readonly groups: readonly string[];
  /** True where something that is no digit group follows. */
  readonly hasRest: boolean;
}

const LONGEST_CODE = 40;

function partsOf(text: string): CodeParts | undefined {
  const plain = canonicalText(text)
    .toUpperCase()
    .replaceAll(/[\s_/-]+/gu, '.');
  if (plain.length > LONGEST_CODE) return undefined;
  const letters = /^[A-Z]+/u.exec(plain)?.[0];
  if (letters === undefined) return undefined;
  const pieces = plain
    .slice(letters.length)
    .split('.')
    .filter((piece) => piece !== '');
  const end = pieces.findIndex((piece) => !/^\d+$/u.test(piece));
  const groups = end < 0 ? pieces : pieces.slice(0, end);
  return { letters, groups, hasRest: end >= 0 };
}

const keyOf = (letters: string, groups: readonly string[]): string =>
  [letters, ...groups.map((group) => String(Number(group)))].join('.');

const nodesByKey = perTree((nodes): ReadonlyMap<string, string> => {
  const map = new Map<string, string>();
  for (const { code } of nodes) {
    const parts = partsOf(code);
    if (parts !== undefined) map.set(keyOf(parts.letters, parts.groups), code);
  }
  return map;
});

/** One run of digits that holds code and serial: `0201` = 02 + 01, `101` = 1 + 01. */
function matchRun(
  byKey: ReadonlyMap<string, string>,
  letters: string,
  run: string,
): string | undefined {
  for (const length of [2, 1]) {
    const serial = run.slice(length);
    const node = byKey.get(keyOf(letters, [run.slice(0, length)]));
    if (node === undefined || serial === '') continue;
    // A serial has two digits or more, unless the code itself is written with two: BZ101 is BZ1 + 01.
    const isPadded = length === 2 && /0\d$/u.test(node);
    if (serial.length >= 2 || isPadded) return node;
  }
  return undefined;
}

/**
 * The node that a 体系编号 names: the code itself in any of its writings (J02, J-2, ＪＳ02) or a
 * longer number that begins with it (J0201, CP3.2-05). The deepest node wins.
 */
export function matchCode(tree: StructureTree, text: string): CodeMatch | undefined {
  const parts = partsOf(text);
  if (parts === undefined) return undefined;
  const byKey = nodesByKey(tree);
  const letters = byKey.has(parts.letters)
    ? parts.letters
    : (Object.entries(tree.codeSynonyms).find(([synonym]) => synonym === parts.letters)?.[1] ?? '');
  if (!byKey.has(letters)) return undefined;
  for (let count = parts.groups.length; count >= 1; count -= 1) {
    const node = byKey.get(keyOf(letters, parts.groups.slice(0, count)));
    const isWhole = count === parts.groups.length && !parts.hasRest;
    if (node !== undefined) return { node, basis: isWhole ? 'code' : 'prefix' };
  }
  const [run] = parts.groups;
  if (run === undefined) return parts.hasRest ? undefined : { node: letters, basis: 'code' };
  const node = matchRun(byKey, letters, run);
  return node === undefined ? undefined : { node, basis: 'prefix' };
}
