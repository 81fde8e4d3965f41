/** Signs that people count or list by, each with the sign that takes its place in the same order. */
const orders: readonly (readonly [signs: string, like: string])[] = [
  ['一二三四五六七八九十', '1234567890'],
  ['壹贰叁肆伍陆柒捌玖拾', '1234567890'],
  ['零〇两', '002'],
  ['甲乙丙丁戊己庚辛壬癸', 'abcdefghij'],
  ['子丑寅卯辰巳午未申酉戌亥', 'abcdefghijkl'],
];
const likes = new Map(
  orders.flatMap(([signs, like]) => [...signs].map((sign, at) => [sign, like[at] ?? sign])),
);

/** Rows of the keyboard; each begins half a key to the right of the one above. */
const rows = ['1234567890-=', 'qwertyuiop[]', "asdfghjkl;'", 'zxcvbnm,./'];
const places = new Map(
  rows.flatMap((row, y) => [...row].map((key, x) => [key, { x: x + y / 2, y }] as const)),
);
const shifted = new Map([...'!@#$%^&*()'].map((sign, at) => [sign, '1234567890'[at] ?? sign]));

/** One hand's breadth: a password of so many keys for each new beginning is a walk. */
const keysPerWalk = 4;

/** The password in the signs of a keyboard: full-width forms, counting characters and capitals as what they stand for. */
export function asKeys(password: string): string {
  const folded = password.normalize('NFKC').toLowerCase();
  return [...folded].map((sign) => likes.get(sign) ?? shifted.get(sign) ?? sign).join('');
}

/**
 * Whether it only counts, repeats, or walks over neighbouring keys: 一二三四五六七八, 1qaz2wsx3edc, ppppqqqq.
 * Such ones are tried first, however many signs they have.
 */
export function isWalk(password: string): boolean {
  const keys = [...asKeys(password)];
  const beginnings = keys.filter((key, at) => at === 0 || !isStep(keys[at - 1] ?? '', key)).length;
  return keys.length > 0 && beginnings <= Math.max(1, Math.floor(keys.length / keysPerWalk));
}

function isStep(from: string, to: string): boolean {
  const distance = (to.codePointAt(0) ?? 0) - (from.codePointAt(0) ?? 0);
  if (Math.abs(distance) <= 1) return true;
  const [one, other] = [places.get(from), places.get(to)];
  if (one === undefined || other === undefined) return false;
  return Math.abs(one.x - other.x) <= 1 && Math.abs(one.y - other.y) <= 1;
}
