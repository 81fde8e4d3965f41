const FREE_TRIES = 5;
const FIRST_WAIT = 30_000;
const LONGEST_WAIT = 3_600_000;

/** Milliseconds to wait after so many wrong passphrases in a row: none, then half a minute, doubled up to an hour. */
export function waitAfterTries(failures: number): number {
  if (failures < FREE_TRIES) return 0;
  return Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (failures - FREE_TRIES));
}

/** Shortest passphrase, in characters. */
export const SHORTEST_PASSPHRASE = 10;

export type PassphraseProblem = 'short' | 'monotone' | 'different';

/** What is wrong with a new passphrase and its repetition; null: nothing. */
export function passphraseProblem(passphrase: string, repeated: string): PassphraseProblem | null {
  if ([...passphrase].length < SHORTEST_PASSPHRASE) return 'short';
  if (new Set(passphrase).size < 5) return 'monotone';
  return passphrase === repeated ? null : 'different';
}
