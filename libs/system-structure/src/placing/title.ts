import { canonicalText } from '@liangxing/standard-number';

/** Titles are cut into parts: what a part ends with says what kind of document it is. */
export interface Title {
  readonly whole: string;
  /** The last one is the head of the title. */
  readonly parts: readonly string[];
  /** What the document is about: 财务预算 of 财务预算管理规定. */
  readonly matter: string;
}

const LONGEST_TITLE = 200;

/** What an enterprise calls its rules; the word before it is what the rule is about. */
const KIND_OF_RULE = /(?:处理)?(?:管理|控制)?(?:规定|办法|制度|程序|细则|标准)?$/u;

export function titleOf(text: string): Title {
  const plain = canonicalText(text.slice(0, LONGEST_TITLE)).replaceAll(/[《》]/gu, '');
  const parts = plain
    .split(/(?:第\s*[\d.\-一二三四五六七八九十]+\s*(?:部分|篇|章)|[\s::,,;;])+/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const whole = plain.replaceAll(/\s+/gu, '');
  const matter = whole.replace(KIND_OF_RULE, '');
  return { whole, parts: parts.length === 0 ? [plain] : parts, matter };
}

/** How much a word counts where it stands: at the end of the head, in the head, in what goes before. */
const AT_END = 1;
const IN_HEAD = 0.92;
export const BEFORE = 0.75;

/** @param word with `$` at its end only where the title, or a part of it, ends */
export function standing(word: string, { whole, parts }: Title): number {
  const isEnd = word.endsWith('$');
  const plain = isEnd ? word.slice(0, -1) : word;
  if (!whole.includes(plain)) return 0;
  const head = parts.at(-1) ?? whole;
  if (head.endsWith(plain)) return AT_END;
  if (isEnd) return parts.some((part) => part.endsWith(plain)) ? BEFORE : 0;
  return head.includes(plain) ? IN_HEAD : BEFORE;
}

/** Chinese puts what a thing is about behind what it belongs to: 预算 is the head of 财务预算管理规定, 财务 is not. */
export const isHead = (words: readonly string[], { matter, whole }: Title): boolean =>
  words.every((word) => whole.includes(word)) && words.some((word) => matter.endsWith(word));
