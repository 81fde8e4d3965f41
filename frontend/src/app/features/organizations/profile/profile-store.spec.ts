import {
  type Asked,
  PlayedServer,
  atRest,
  conflictWith,
  failure,
  storeWith,
} from '../../../testing/store-with';
import { CurrentOrganization } from '../../../core/session/current-organization';
import { SessionService } from '../../../core/session/session.service';
import { Problem } from '../../../core/errors/problem';
import type { Profile } from './profile';
import { ProfileStore } from './profile-store';

const profile = (change: Partial<Profile> = {}): Profile =>
  ({
    ...{ version: 1, completeness: { done: 1, total: 2, missing: [] } },
    ...{ name: '试验公司', address: '', creditCode: '', contactName: '' },
    ...change,
  }) as unknown as Profile;

/** One profile on a server that stores it as a whole; `fates` are failures that come first. */
async function opened(fates: (() => never)[] = [], keptBefore: Record<string, unknown> = {}) {
  const server: { stored: Profile; readonly played: PlayedServer } = {
    stored: profile(),
    played: new PlayedServer({
      'GET /profile': () => server.stored,
      'PUT /profile': ({ ifMatch, body }: Asked) => {
        fates.shift()?.();
        if (ifMatch !== server.stored.version) throw conflictWith(server.stored);
        server.stored = profile({ ...body, version: server.stored.version + 1 });
        return server.stored;
      },
    }),
  };
  const { store, injector, kept } = storeWith(ProfileStore, server.played, [
    { provide: CurrentOrganization, useValue: { id: () => 'o1' } },
    { provide: SessionService, useValue: { user: () => ({ id: 'u1' }) } },
  ]);
  for (const [key, value] of Object.entries(keptBefore)) kept.set(key, value);
  await store.load();
  await atRest();
  return { server, store, injector, kept };
}

describe('the profile', () => {
  it('saves each field for itself over the newest version', async () => {
    const { server, store, kept } = await opened();
    store.set('address', '试验路 1 号');
    store.set('contactName', '王质量');
    expect(store.content()).toMatchObject({ address: '试验路 1 号', contactName: '王质量' });
    expect(store.saveState()).toBe('unsaved');
    await store.flush();
    await atRest();
    expect(server.stored).toMatchObject({
      address: '试验路 1 号',
      contactName: '王质量',
      version: 3,
    });
    expect(server.played.askedFor('PUT /profile').map(({ ifMatch }) => ifMatch)).toEqual([1, 2]);
    expect(store.saveState()).toBe('saved');
    expect(kept.size).toBe(0);
  });

  it('tells a refusal at the field that was sent, or above where it is of another one', async () => {
    const wrong = (path: string) => ({ path, code: 'implausible_date', message: path });
    const refused = (...paths: string[]) =>
      new Problem('validation_failed', 422, '', '', paths.map(wrong));
    const refusals = [
      refused('name'),
      refused('foundedOn'),
      refused('departments.2.name', 'foundedOn'),
    ];
    const { store } = await opened(
      refusals.map((problem) => (): never => {
        throw problem;
      }),
    );
    store.set('name', '试验');
    await store.flush();
    expect(store.refused().get('name')?.within('name')).toEqual([wrong('name')]);
    expect(store.problem()).toBeNull();
    store.set('address', '试验路 1 号');
    await store.flush();
    expect(store.refused().get('address')?.within('address')).toEqual([]);
    expect(store.problem()).toBe(store.refused().get('address'));
    store.set('departments', []);
    await store.flush();
    expect(store.refused().get('departments')?.within('departments')).toEqual([
      wrong('departments.2.name'),
    ]);
    expect(store.told()).toEqual(['name', 'departments.2.name']);
  });

  it('names a member together with the name, and no account without one', async () => {
    const { server, store } = await opened();
    store.setPerson('contactName', { name: '王质量', userId: 'u2' });
    await store.flush();
    expect(store.fieldOf('contactName')).toEqual({ value: '王质量', userId: 'u2' });
    store.set('address', '试验路 1 号');
    await store.flush();
    expect(server.played.askedFor('PUT /profile').map(({ body }) => body)).toEqual([
      expect.objectContaining({ contactName: '王质量', contactUserId: 'u2' }),
      expect.not.objectContaining({ contactUserId: expect.anything() as unknown }),
    ]);
  });

  it('goes on top of what another person wrote in another field', async () => {
    const { server, store } = await opened();
    server.stored = profile({ version: 2, contactName: '他人' });
    store.set('address', '试验路 1 号');
    await store.flush();
    expect(server.stored).toMatchObject({ address: '试验路 1 号', contactName: '他人' });
  });

  it('asks about the field that another person wrote too, and about no other', async () => {
    const { server, store } = await opened();
    server.stored = profile({ version: 2, address: '他人写的' });
    store.set('address', '我写的');
    store.set('contactName', '王质量');
    await store.flush();
    expect([...store.conflicts().keys()]).toEqual(['address']);
    expect(store.conflicts().get('address')?.theirs.address).toBe('他人写的');
    expect(server.stored).toMatchObject({ address: '他人写的', contactName: '王质量' });
    store.settle('address', 'mine');
    await store.flush();
    expect(server.stored).toMatchObject({ address: '我写的', contactName: '王质量' });
    expect(store.saveState()).toBe('saved');
  });

  it('holds a wrong credit code back, and nothing else', async () => {
    const { server, store } = await opened();
    store.set('creditCode', '913205050000LJDT78');
    store.set('address', '试验路 1 号');
    await store.flush();
    expect(server.stored).toMatchObject({ creditCode: '', address: '试验路 1 号' });
    expect(store.saveState()).toBe('refused');
    store.set('creditCode', '913205050000LJDT79');
    await store.flush();
    expect(server.stored.creditCode).toBe('913205050000LJDT79');
    expect(store.saveState()).toBe('saved');
  });

  it('says which field was refused, and saves the others', async () => {
    const fields = [{ path: 'address', code: 'too_long', message: '太长' }];
    const { server, store } = await opened([
      () => {
        throw new Problem('validation_failed', 422, '', '', fields);
      },
    ]);
    store.set('address', '试验路');
    store.set('contactName', '王质量');
    await store.flush();
    expect([...store.refused().keys()]).toEqual(['address']);
    expect(server.stored).toMatchObject({ address: '', contactName: '王质量' });
    expect(store.problem()).toBeNull();
    store.takeStored();
    expect(store.content()?.address).toBe('');
  });

  it.each([429, 500])('outlives %d, and goes whole when the page is left', async (status) => {
    const { server, store, injector, kept } = await opened([
      () => {
        throw failure(status);
      },
    ]);
    store.set('address', '试验路 1 号');
    store.set('contactName', '王质量');
    await store.flush();
    expect(store.saveState()).toBe('offline');
    expect(store.content()).toMatchObject({ address: '试验路 1 号', contactName: '王质量' });
    injector.destroy();
    await atRest();
    expect(server.stored).toMatchObject({ address: '试验路 1 号', contactName: '王质量' });
    expect(kept.size).toBe(0);
  });

  it('takes up what a build before kept as a whole', async () => {
    const base = { name: '试验公司', address: '', contactName: '' };
    const mine = { name: '试验公司', address: '更新前写的', contactName: '' };
    const { server, store, kept } = await opened([], { 'profile:u1:o1': { base, mine } });
    expect(server.stored.address).toBe('更新前写的');
    expect(store.saveState()).toBe('saved');
    expect(kept.size).toBe(0);
  });
});
