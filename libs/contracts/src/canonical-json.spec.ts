import fc from 'fast-check';
import { canonicalJson } from './canonical-json';

describe('canonical JSON', () => {
  it('orders the keys of every object and keeps lists as they are', () => {
    expect(canonicalJson({ b: [3, { z: 1, a: null }], a: '一' })).toBe(
      '{"a":"一","b":[3,{"a":null,"z":1}]}',
    );
  });

  it('gives equal text for objects that differ in the order of their keys only', () => {
    const key = fc.string({ minLength: 1 }).filter((text) => !/^\d+$/.test(text));
    fc.assert(
      fc.property(fc.dictionary(key, fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(turned)).toBe(canonicalJson(value));
      }),
    );
  });

  it('loses nothing', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
