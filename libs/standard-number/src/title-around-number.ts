const PAIRS: Readonly<Record<string, string>> = {
  '(': ')',
  '（': '）',
  '[': ']',
  '［': '］',
  '【': '】',
  '〔': '〕',
  '《': '》',
  '“': '”',
};

const LOOSE_AT_START = /^[\s:：,，、;；.。|_~\-—–－)）\]］】〕》”"]+/u;
const LOOSE_AT_END = /[\s:：,，、;；|_~\-—–－(（[［【〔《“"]+$/u;

const count = (text: string, sign: string): number => text.split(sign).length - 1;

/** Without 《…》 around the whole, or only its end, where the number stood within the marks. */
function withoutTitleMarks(title: string): string {
  const isOnlyEnd = title.endsWith('》') && count(title, '》') > count(title, '《');
  const plain = isOnlyEnd ? title.slice(0, -1).trim() : title;
  const inner = plain.slice(1, -1);
  const isMarked = plain.startsWith('《') && plain.endsWith('》') && !/[《》]/u.test(inner);
  return isMarked ? inner.trim() : plain;
}

/**
 * The title that stands before and after a number, without the brackets and signs that only held
 * the number.
 */
export function titleAround(before: string, after: string): string {
  const head = before.trimEnd();
  const tail = after.trimStart();
  const close = PAIRS[head.slice(-1)];
  const held = close !== undefined && tail.startsWith(close);
  const left = held ? head.slice(0, -1).trimEnd() : head;
  const right = held ? tail.slice(1).trimStart() : tail;
  if (left === '') return withoutTitleMarks(right.replace(LOOSE_AT_START, '').trim());
  if (right === '' || right.replace(LOOSE_AT_START, '') === '')
    return withoutTitleMarks(left.replace(LOOSE_AT_END, '').trim());
  return left + right;
}
