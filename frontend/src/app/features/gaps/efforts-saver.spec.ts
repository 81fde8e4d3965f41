import {
  type Asked,
  PlayedServer,
  atRest,
  conflictWith,
  failure,
  storeWith,
} from '../../testing/store-with';
import { type Efforts, noEfforts } from './efforts';
import { EffortsSaver } from './efforts-saver';

async function opened(...fates: (() => never)[]) {
  return openedWith({}, fates);
}

async function openedWith(keptBefore: Record<string, unknown>, fates: (() => never)[] = []) {
  const server: { stored: Efforts; readonly played: PlayedServer } = {
    stored: { ...noEfforts, version: 1, efforts: { a: 10 } },
    played: new PlayedServer({
      'GET /assessments/{assessmentId}/efforts': () => server.stored,
      'PUT /assessments/{assessmentId}/efforts': ({ ifMatch, body }: Asked) => {
        fates.shift()?.();
        if (ifMatch !== server.stored.version) throw conflictWith(server.stored);
        server.stored = { ...server.stored, ...body, version: server.stored.version + 1 };
        return server.stored;
      },
    }),
  };
  const { store: saver, injector, kept } = storeWith(EffortsSaver, server.played);
  for (const [key, value] of Object.entries(keptBefore)) kept.set(key, value);
  await saver.open('u1', 'a1');
  await atRest();
  return { server, saver, injector, kept };
}

describe('efforts of corrections', () => {
  it('are shown as typed and stored', async () => {
    const { server, saver } = await opened();
    saver.setEffort('b', 5);
    saver.setExcluded('x', true);
    expect(saver.current()).toMatchObject({ efforts: { a: 10, b: 5 }, excluded: ['x'] });
    expect(saver.state()).toBe('unsaved');
    await saver.flush();
    expect(server.stored).toMatchObject({ efforts: { a: 10, b: 5 }, excluded: ['x'] });
    expect(saver.state()).toBe('saved');
  });

  it('go on top of what another person estimated meanwhile', async () => {
    const { server, saver } = await opened();
    server.stored = { ...server.stored, version: 2, efforts: { a: 10, c: 7 }, horizon: 6 };
    saver.setEffort('b', 5);
    await saver.flush();
    expect(server.stored).toMatchObject({ efforts: { a: 10, b: 5, c: 7 }, horizon: 6 });
  });

  it('outlive a failure of the server and go when the page is left', async () => {
    const { server, saver, injector, kept } = await opened(() => {
      throw failure(500);
    });
    saver.setEffort('b', 5);
    await saver.flush();
    expect(saver.state()).toBe('offline');
    expect(saver.current().efforts).toEqual({ a: 10, b: 5 });
    injector.destroy();
    await atRest();
    expect(server.stored.efforts).toEqual({ a: 10, b: 5 });
    expect(kept.size).toBe(0);
  });

  it('that are refused give way to what is stored where somebody says so', async () => {
    const { server, saver, kept } = await opened(() => {
      throw failure(409);
    });
    saver.setEffort('b', 5);
    await saver.flush();
    expect([saver.state(), saver.current().efforts['b']]).toEqual(['refused', 5]);
    saver.takeStored();
    await atRest();
    expect(saver.state()).toBe('saved');
    expect(saver.current().efforts).toEqual(server.stored.efforts);
    expect(kept.size).toBe(0);
  });

  it('that a build before kept as changes go on top of what is stored', async () => {
    const changes = { efforts: { b: 5 }, months: {}, excluded: { x: true }, horizon: null };
    const { server, kept } = await openedWith({ 'efforts:u1:a1': changes });
    expect(server.stored).toMatchObject({ efforts: { a: 10, b: 5 }, excluded: ['x'], horizon: 12 });
    expect(kept.size).toBe(0);
  });
});
