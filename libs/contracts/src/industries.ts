/** Sections (门类) of GB/T 4754-2017 by letter, and the divisions (大类) of each: from and to. */
const DIVISIONS: Readonly<Record<string, readonly [number, number]>> = {
  ...{ A: [1, 5], B: [6, 12], C: [13, 43], D: [44, 46], E: [47, 50], F: [51, 52], G: [53, 60] },
  ...{ H: [61, 62], I: [63, 65], J: [66, 69], K: [70, 70], L: [71, 72], M: [73, 75] },
  ...{ N: [76, 79], O: [80, 82], P: [83, 83], Q: [84, 85], R: [86, 90], S: [91, 96], T: [97, 97] },
};

export const INDUSTRY_LETTERS: readonly string[] = Object.keys(DIVISIONS);

/** A letter, or a letter with one of its divisions: `C`, `C34`. */
export function isIndustry(value: unknown): value is string {
  if (typeof value !== 'string') return false;
  const [, letter = '', division] = /^([A-T])(\d{2})?$/.exec(value) ?? [];
  const [first, last] = DIVISIONS[letter] ?? [1, 0];
  if (division === undefined) return letter !== '';
  return Number(division) >= first && Number(division) <= last;
}

/** The division of a code as enterprises write it: `C3484`, `3484`, `C34`; empty where it names none. */
function divisionOf(code: string): string {
  return /^[A-T]?(\d{2})/.exec(code.trim().toUpperCase())?.[1] ?? '';
}

function letterOf(code: string): string {
  const given = /^[A-T]/.exec(code.trim().toUpperCase())?.[0];
  if (given !== undefined) return given;
  const division = Number(divisionOf(code) || Number.NaN);
  return (
    INDUSTRY_LETTERS.find((letter) => {
      const [first, last] = DIVISIONS[letter] ?? [1, 0];
      return division >= first && division <= last;
    }) ?? ''
  );
}

/**
 * Whether an industry is among those of somebody.
 * @param industries as of `isIndustry`
 * @param code as an enterprise tells its own; one that says nothing is covered by all
 */
export function coversIndustry(industries: readonly string[], code: string): boolean {
  const letter = letterOf(code);
  if (letter === '') return true;
  return industries.includes(letter) || industries.includes(`${letter}${divisionOf(code)}`);
}
