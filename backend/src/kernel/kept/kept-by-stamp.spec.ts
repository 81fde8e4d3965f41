import { KeptByStamp } from './kept-by-stamp';

const settle = (): Promise<void> => new Promise((done) => setImmediate(done));

describe('what is kept by its stamp', () => {
  let made: string[];
  const kept = (most = 100) => new KeptByStamp<string>({ most, sizeOf: ({ length }) => length });
  const make = (value: string) => () => {
    made.push(value);
    return Promise.resolve(value);
  };
  beforeEach(() => (made = []));

  it('is made once while the stamp holds, and anew afterwards', async () => {
    const values = kept();
    expect(await values.of('a', '1', make('one'))).toBe('one');
    expect(await values.of('a', '1', make('again'))).toBe('one');
    expect(await values.of('a', '2', make('two'))).toBe('two');
    expect(await values.of('b', '2', make('other'))).toBe('other');
    expect(made).toEqual(['one', 'two', 'other']);
  });

  it('is made once for all who ask at the same time', async () => {
    const values = kept();
    const asked = [1, 2, 3].map(() => values.of('a', '1', make('one')));
    expect(await Promise.all(asked)).toEqual(['one', 'one', 'one']);
    expect(made).toEqual(['one']);
  });

  it('is known while it is kept, and only by its stamp', async () => {
    const values = kept();
    await values.of('a', '1', make('one'));
    expect(await values.known('a', '1')).toBe('one');
    expect([values.known('a', '2'), values.known('b', '1')]).toEqual([undefined, undefined]);
    expect(made).toEqual(['one']);
  });

  it('is tried again after a failure', async () => {
    const values = kept();
    const failing = () => Promise.reject(new Error('failed'));
    await expect(values.of('a', '1', failing)).rejects.toThrow('failed');
    expect(await values.of('a', '1', make('one'))).toBe('one');
  });

  it('makes room, what was asked for longest ago first', async () => {
    const values = kept(6);
    for (const key of ['a', 'b', 'c']) await values.of(key, '1', make(`${key}1`));
    await values.of('a', '1', make('not made'));
    await values.of('d', '1', make('d1'));
    await settle();
    for (const key of ['b', 'a', 'c', 'd']) await values.of(key, '1', make(`${key}2`));
    expect(made).toEqual(['a1', 'b1', 'c1', 'd1', 'b2', 'c2', 'd2']);
  });

  it('does not stay where it is too large alone', async () => {
    const values = kept(3);
    await values.of('a', '1', make('large'));
    await settle();
    await values.of('a', '1', make('again'));
    expect(made).toEqual(['large', 'again']);
  });
});
