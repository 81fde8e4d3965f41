import type { SeededRandom } from './seeded-random';

/** Texts that have broken programs before. */
export const HOSTILE_TEXTS: readonly string[] = [
  '',
  ' ',
  '\u3000\t\n',
  'a\0b',
  '\ud83d',
  '\ude00\ud83d',
  '\ufffe',
  'a\uffffb',
  '\ufdd0',
  '\u{1ffff}',
  '\u0001\u0008\u001f\u007f',
  '\u202e\u200b\ufeff',
  'NaN',
  'Infinity',
  '1e400',
  '-0',
  '0x10',
  'null',
  'undefined',
  '__proto__',
  'constructor',
  '../../../etc/passwd',
  '..\\..\\x',
  '=HYPERLINK("http://x")',
  "'; DROP TABLE standards; --",
  '%',
  '_%\\',
  '<script>alert(1)</script>',
  '{{7*7}}',
  '😀'.repeat(60),
  'e\u0301'.repeat(40),
  '良'.repeat(201),
  'a'.repeat(4_001),
  '行'.repeat(20_001),
  '2026-02-30',
  '0000-00-00',
  '9999-12-31',
  '+012026-01-01',
  '00000000-0000-0000-0000-000000000000',
];

export const HOSTILE_NUMBERS: readonly number[] = [
  -1, 0, 0.1, -0.5, 1e-7, 2_147_483_648, -2_147_483_649, 9_007_199_254_740_993, 1e21, 1e300,
];

const OTHERS: readonly unknown[] = [
  null,
  true,
  false,
  [],
  {},
  [[]],
  [null],
  [{}],
  [[[[]]]],
  { a: 1 },
  { length: 3 },
  { toString: 1 },
  Array.from({ length: 600 }, () => 'a'),
  Array.from({ length: 600 }, () => ({})),
];

export function hostileValue(random: SeededRandom): unknown {
  const kind = random.next();
  if (kind < 0.45) return random.pick(HOSTILE_TEXTS);
  return kind < 0.6 ? random.pick(HOSTILE_NUMBERS) : random.pick(OTHERS);
}

/** Segments of a path, as they are sent. */
export const HOSTILE_SEGMENTS: readonly string[] = [
  'x',
  '0',
  '-1',
  '1e3',
  '2147483648',
  'null',
  'undefined',
  '__proto__',
  'constructor',
  '%00',
  '%ZZ',
  '%EF%BF%BF',
  '%ED%A0%80',
  '%F0%9F%98%80',
  '..%2f..%2fetc%2fpasswd',
  '%2e%2e%5c',
  '%3Cscript%3E',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-fffffffffffff',
  'a'.repeat(3_000),
  encodeURIComponent('良'.repeat(300)),
];

export const HOSTILE_VERSIONS: readonly (string | undefined)[] = [
  undefined,
  '"0"',
  '"999999999"',
  '"9999999999"',
  '"-1"',
  '"1.5"',
  '*',
  'W/"1"',
  '1',
  '"1", "2"',
  '""',
];

export const HOSTILE_TYPES: readonly string[] = [
  '',
  'text/plain',
  'application/x-www-form-urlencoded',
  'application/json; charset=utf-16',
  'application/json; charset=gb18030',
  'multipart/form-data',
  'multipart/form-data; boundary=x',
  'application/xml',
  'application/jsonp',
];

/** Bodies that are no JSON object, or hardly one. */
export const HOSTILE_BODIES: readonly (string | Uint8Array)[] = [
  '',
  'null',
  '[]',
  '[{}]',
  '"text"',
  '7',
  '{',
  '{"a":',
  '{"a":1,}',
  '{"a":NaN}',
  '\ufeff{}',
  '{"__proto__":{"isAdmin":true}}',
  '{"constructor":{"prototype":{"x":1}}}',
  '{"a":1,"a":2}',
  '{"\\ud800":1}',
  '['.repeat(2_000) + ']'.repeat(2_000),
  `{"a":${'{"a":'.repeat(40)}1${'}'.repeat(40)}}`,
  `{${Array.from({ length: 1_200 }, (_, index) => `"k${String(index)}":1`).join(',')}}`,
  `{${Array.from({ length: 120 }, (_, index) => `"k${String(index)}":1`).join(',')}}`,
  `[${'{},'.repeat(6_000)}{}]`,
  new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]),
];

/** The value with one part of it exchanged, left out or added to; the value itself stays as it is. */
export function withOneHostilePart(value: unknown, random: SeededRandom): unknown {
  if (Array.isArray(value) && value.length > 0 && random.isLucky(0.8)) {
    const at = random.below(value.length);
    const parts = [...(value as unknown[])];
    if (random.isLucky(0.1)) parts.push(parts[at]);
    else parts[at] = withOneHostilePart(parts[at], random);
    return parts;
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const names = Object.keys(value);
    const how = random.next();
    if (names.length === 0 || how < 0.06) return { ...value, [random.pick(EXTRA_KEYS)]: 1 };
    const name = random.pick(names);
    const { [name]: part, ...rest } = value as Record<string, unknown>;
    if (how < 0.16) return rest;
    return { ...rest, [name]: withOneHostilePart(part, random) };
  }
  return hostileValue(random);
}

const EXTRA_KEYS = ['unknown', 'id', 'organizationId', 'version', 'toString', '\ud800', 'a\uffff'];
