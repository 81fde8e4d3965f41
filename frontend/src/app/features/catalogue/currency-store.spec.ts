import { PlayedServer, conflictWith, failure, storeWith } from '../../testing/store-with';
import { Notices } from '../../core/errors/notices';
import type { CurrencyRow } from './currency';
import { CurrencyStore } from './currency-store';
import { KeptPictures } from './kept-pictures';

const row = (version: number) => ({ id: 's1', version, number: 'GB/T 1' }) as CurrencyRow;

async function opened(replace: () => unknown) {
  const server: PlayedServer = new PlayedServer({
    'GET /currency': () => ({ total: 1, rows: [row(server.asked.length)] }),
    'GET /currency/notices': () => ({ wantsMail: true }),
    'POST /currency/replacements': replace,
    'POST /currency/replacements/{id}/undo': () => undefined,
    'PUT /currency/notices': () => {
      throw failure(500);
    },
  });
  const { store, injector } = storeWith(CurrencyStore, server, [
    { provide: KeptPictures, useValue: {} },
  ]);
  await store.open();
  return { server, store, notices: injector.get(Notices) };
}

describe('the report on replaced standards', () => {
  it('replaces one, says so and takes it back on demand', async () => {
    const { server, store, notices } = await opened(() => ({ replaced: [{ id: 'r1' }] }));
    await store.replace(row(1), 'GB/T 1-2026');
    expect(server.askedFor('GET /currency')).toHaveLength(2);
    const [notice] = notices.all();
    notice?.action?.run();
    expect(server.askedFor('POST /currency/replacements/{id}/undo')).toEqual([
      expect.objectContaining({ id: 'r1' }),
    ]);
  });

  it('reads anew where somebody else changed the standard meanwhile', async () => {
    const { server, store, notices } = await opened(() => {
      throw conflictWith(row(9));
    });
    await store.replace(row(1), 'GB/T 1-2026');
    expect(server.askedFor('GET /currency')).toHaveLength(2);
    expect(notices.all()).toHaveLength(1);
    expect(store.isBusy()).toBe(false);
  });

  it('keeps the rows on the screen when something fails', async () => {
    const { store, notices } = await opened(() => undefined);
    await store.chooseMail(false);
    expect(store.row(0)?.id).toBe('s1');
    expect(store.problem()).toBeNull();
    expect(notices.all()).toHaveLength(1);
  });
});
