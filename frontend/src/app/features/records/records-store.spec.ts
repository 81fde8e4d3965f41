import { type Asked, PlayedServer, failure, storeWith } from '../../testing/store-with';
import { RecordsStore } from './records-store';

const page = (...ids: string[]) => ({ rows: ids.map((id) => ({ id })), total: 3 });

const serverOf = (rows: (asked: Asked) => unknown) =>
  new PlayedServer({
    'GET /records/{kind}': rows,
    'GET /record-counts': () => [{ kind: 'laws', count: 3, years: [2025, 2026] }],
  });

describe('a list of records', () => {
  it('shows its first page with the years that it has, then more', async () => {
    const server = serverOf((asked) => (asked['offset'] === 0 ? page('a', 'b') : page('c')));
    const { store } = storeWith(RecordsStore, server);
    await store.load();
    expect(store.rows()?.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(store.years()).toEqual([2025, 2026]);
    await store.more();
    expect(store.rows()?.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(server.askedFor('GET /records/{kind}').map((asked) => asked['offset'])).toEqual([0, 2]);
  });

  it('answers only the newest question', async () => {
    let answerFirst: (value: unknown) => void = () => undefined;
    const first = new Promise((resolve) => (answerFirst = resolve));
    const { store } = storeWith(
      RecordsStore,
      serverOf((asked) => (asked['kind'] === 'laws' ? first : page('newer'))),
    );
    const slow = store.load();
    store.kind.set('plans');
    await store.load();
    answerFirst(page('late'));
    await slow;
    expect(store.rows()?.map(({ id }) => id)).toEqual(['newer']);
  });

  it('keeps what is shown when more of it cannot be read', async () => {
    const { store } = storeWith(
      RecordsStore,
      serverOf((asked) => {
        if (asked['offset'] === 0) return page('a');
        throw failure(500);
      }),
    );
    await store.load();
    await store.more();
    expect(store.rows()?.map(({ id }) => id)).toEqual(['a']);
    expect(store.problem()?.status).toBe(500);
  });
});
