/** The first character of each letter in the order of pinyin; no syllable begins with I, U or V. */
const FIRST_OF_LETTER = [...'阿八嚓哒妸发旮哈讥咔垃痳拏噢妑七呥仨他屲夕丫帀'];
const LETTERS = [...'abcdefghjklmnopqrstwxyz'];
const order = new Intl.Collator('zh-Hans-CN-u-co-pinyin');

/**
 * Initials of a Chinese name as people type them to find it: `苏州示范` is `szsf`; letters and digits stay. The order of
 * the language that every browser brings knows them; a character of several readings has its most usual one.
 */
export function pinyinInitials(name: string): string {
  return [...name.normalize('NFKC').toLowerCase()].map(initialOf).join('');
}

/** Whether what is typed is part of the name, or of its initials. */
export function isFoundBy(name: string, typed: string): boolean {
  const wanted = typed.normalize('NFKC').trim().toLowerCase();
  return (
    name.normalize('NFKC').toLowerCase().includes(wanted) ||
    pinyinInitials(name).includes(wanted.replace(/\s+/g, ''))
  );
}

function initialOf(character: string): string {
  if (/[a-z0-9]/.test(character)) return character;
  if (!/\p{Script=Han}/u.test(character)) return '';
  const after = FIRST_OF_LETTER.findIndex((first) => order.compare(character, first) < 0);
  const at = after === -1 ? LETTERS.length - 1 : Math.max(after - 1, 0);
  return LETTERS[at] ?? '';
}
