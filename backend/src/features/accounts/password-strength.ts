import { Injectable } from '@nestjs/common';
import type { FieldCode } from '@liangxing/contracts';
import type { Match, ZxcvbnFactory } from '@zxcvbn-ts/core';
import { validationFailed } from '../../kernel';
import { asKeys, isWalk } from './walked-password';

/** Longer ones are judged by their beginning: the estimate takes more than linear time. */
const mostJudged = 40;
/** Guesses as a power of ten that must be needed at least; tries at a sign-in are bounded at a hundred a day. */
const leastGuesses = 7.5;
/** What stays of a password without the person's own words, years and signs. */
const leastOfOwnMaking = 4;

const productWords = ['liangxing', '良行'];
/** What Chinese lists of leaked passwords begin with, and the estimator's lists do not have. */
const chineseWords = [
  ...['woaini', 'woaini1314', 'woaini520', '5201314', '1314520', '7758521', '5845201314'],
  ...['aini1314', 'zhongguo', 'beijing', 'shanghai', 'tianya', 'caonima', 'wodemima', 'mima123'],
  ...['qq123456', 'a123456', 'a1234567', 'a12345678', 'q1w2e3r4', 'z123456', 'abc123456'],
  ...['biaozhun', 'biaozhunhua', 'zhiliang', 'qiye', 'gongsi'],
];

/** Whose password it is; their own words are the first that others try. */
interface PasswordOwner {
  readonly name: string;
  readonly email: string;
}

/** Refuses passwords that are guessed before others: no rules of composition, what counts is how many guesses it takes. */
@Injectable()
export class PasswordStrength {
  private estimator: Promise<ZxcvbnFactory> | undefined;

  /**
   * @param path of the password in the request
   * @throws ProblemError validation_failed, with the reason and how to mend it
   */
  async require(password: string, owner: PasswordOwner, path: string): Promise<void> {
    const code = await this.weakness(password, owner);
    if (code !== null) throw validationFailed({ path, code });
  }

  async weakness(password: string, owner: PasswordOwner): Promise<FieldCode | null> {
    const visible = password.replace(/[\p{White_Space}\p{Default_Ignorable_Code_Point}]/gu, '');
    if (visible === '') return 'password_blank';
    const words = ownWords(owner);
    if (isMadeOf(visible, words)) return 'password_personal';
    this.estimator ??= loadEstimator();
    const estimator = await this.estimator;
    // Counting characters are guessed as the digits that they are: 一三一四五二零 is 1314520.
    for (const written of new Set([asKeys(password), password])) {
      const { guessesLog10, sequence } = estimator.check(written.slice(0, mostJudged), words);
      if (guessesLog10 < leastGuesses) return reasonOf(sequence);
    }
    return isWalk(visible) ? 'password_repeated' : null;
  }
}

/** The lists are read when the first password is set: most processes never need them. */
async function loadEstimator(): Promise<ZxcvbnFactory> {
  const { ZxcvbnFactory: Factory } = await import('@zxcvbn-ts/core');
  const { dictionary, adjacencyGraphs } = await import('@zxcvbn-ts/language-common');
  return new Factory({
    dictionary: { ...dictionary, chinese: chineseWords },
    graphs: adjacencyGraphs,
  });
}

function ownWords({ name, email }: PasswordOwner): string[] {
  const [local = '', host = ''] = email.split('@');
  const pieces = [name, local, ...name.split(/\s+/), ...local.split(/[^\p{L}\p{N}]+/u)];
  const hosts = host.split('.').slice(0, -1);
  const words = [...pieces, ...hosts, ...productWords].map((word) => word.toLowerCase());
  // A single Latin letter or two stand in every word; two Chinese characters are a name.
  return [...new Set(words)].filter((word) => word.length >= (/[^\p{ASCII}]/u.test(word) ? 2 : 3));
}

function isMadeOf(password: string, words: readonly string[]): boolean {
  const folded = password.toLowerCase();
  const longestFirst = [...words].sort((one, other) => other.length - one.length);
  const rest = longestFirst.reduce((text, word) => text.replaceAll(word, ''), folded);
  return rest !== folded && rest.replace(/[\p{P}\p{S}\p{N}]/gu, '').length < leastOfOwnMaking;
}

/** Named after the part that covers most of the password. */
function reasonOf(sequence: readonly Match[]): FieldCode {
  const [largest] = [...sequence].sort((one, other) => other.token.length - one.token.length);
  switch (largest?.pattern) {
    case 'dictionary':
      return largest['dictionaryName'] === 'userInputs' ? 'password_personal' : 'password_common';
    case 'date':
      return 'password_common';
    case 'repeat':
    case 'sequence':
    case 'spatial':
      return 'password_repeated';
    default:
      return 'password_guessable';
  }
}
