import fc from 'fast-check';
import { BODY_BOUNDS, isWithinBounds, LargeBody, PUBLIC_BODY_BOUNDS } from './body-bounds';

const bytes = (text: string): Buffer => Buffer.from(text);
const bounds = { bytes: 1_000_000, nodes: 100, keys: 10, depth: 5 };
const fields = (count: number): string =>
  `{${Array.from({ length: count }, (_, index) => `"k${String(index)}":1`).join(',')}}`;

describe('the bounds of a body', () => {
  it('let through what is inside them', () => {
    for (const text of ['', '{}', '[]', '{"a":[1,2,{"b":"c"}]}', fields(10), '[[[[[]]]]]'])
      expect([text, isWithinBounds(bytes(text), bounds)]).toEqual([text, true]);
  });

  it.each([
    ['one field too many', fields(11)],
    ['the same field over and over', `{${'"a":1,'.repeat(10)}"a":1}`],
    ['one level too many', '[[[[[[]]]]]]'],
    ['levels without an end', '['.repeat(100_000)],
    ['entries', `[${'1,'.repeat(100)}1]`],
    ['empty objects', `[${'{},'.repeat(90_000)}{}]`],
    ['fields of an object deep inside', `{"a":{"b":${fields(11)}}}`],
  ])('refuse %s', (_, text) => {
    expect(isWithinBounds(bytes(text), bounds)).toBe(false);
  });

  it('do not mistake what is written in a text for structure', () => {
    const text = JSON.stringify({ a: '[[[[[[[{"\\"{,,,,,,,,,,,,,,', 'b,,,,,,,,,,,,,': '\\' });
    expect(isWithinBounds(bytes(text), bounds)).toBe(true);
  });

  it('count what JSON.parse finds', () => {
    const depthOf = (value: unknown): number =>
      typeof value === 'object' && value !== null
        ? 1 + Math.max(0, ...Object.values(value).map(depthOf))
        : 0;
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        const told = (depth: number): boolean =>
          isWithinBounds(bytes(JSON.stringify(value)), { ...BODY_BOUNDS, depth });
        const depth = depthOf(value);
        return told(depth) && (depth === 0 || !told(depth - 1));
      }),
    );
  });

  it('are never beyond a megabyte, and narrow for everyone', () => {
    expect(() => LargeBody({ bytes: 1024 * 1024 + 1 })).toThrow();
    expect(PUBLIC_BODY_BOUNDS.bytes).toBe(16 * 1024);
  });
});
