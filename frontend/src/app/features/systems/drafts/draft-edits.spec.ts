import {
  type Asked,
  PlayedServer,
  atRest,
  conflictWith,
  storeWith,
} from '../../../testing/store-with';
import { CurrentOrganization } from '../../../core/session/current-organization';
import { SessionService } from '../../../core/session/session.service';
import type { Draft } from './draft';
import { DraftEdits } from './draft-edits';
import { DraftsStore } from './drafts-store';

const key = 'own-standard:u1:d1';

async function openedOver(
  version: number,
  keptBefore: Record<string, unknown> = { [key]: { version: 2, typed: { title: '更新前写的' } } },
  drafters: Draft['drafters'] = [],
) {
  const server = { stored: { id: 'd1', version, title: '原来的', drafters } as unknown as Draft };
  const played = new PlayedServer({
    'PATCH /drafts/{id}': ({ ifMatch, body }: Asked) => {
      if (ifMatch !== server.stored.version) throw conflictWith(server.stored);
      server.stored = { ...server.stored, ...body, version: server.stored.version + 1 };
      return server.stored;
    },
  });
  const { store, kept } = storeWith(DraftEdits, played, [
    { provide: CurrentOrganization, useValue: { id: () => 'o1' } },
    { provide: SessionService, useValue: { user: () => ({ id: 'u1' }) } },
    { provide: DraftsStore, useValue: { shown: () => server.stored, take: () => undefined } },
  ]);
  for (const [at, value] of Object.entries(keptBefore)) kept.set(at, value);
  await store.open(server.stored);
  await atRest();
  return { server, store, kept };
}

describe('facts of an own standard that a build before kept', () => {
  it('go where nobody changed it since', async () => {
    const { server, kept } = await openedOver(2);
    expect(server.stored.title).toBe('更新前写的');
    expect(kept.size).toBe(0);
  });

  it('stand beside what was stored since', async () => {
    const { server, store } = await openedOver(3);
    expect(server.stored.title).toBe('原来的');
    expect(store.conflicts().get('d1')?.mine).toEqual({ title: '更新前写的' });
  });

  const people = [{ name: '顾敏', userId: null }];
  const waiting = {
    itemId: 'd1',
    version: 2,
    content: { title: '更新前写的', drafters: ['顾敏'] },
  };

  it.each([
    ['before the common saver', { [key]: { version: 2, typed: waiting.content } }],
    ['before people had accounts', { 'own-standards:u1:d1:d1': waiting }],
    [
      'on its way',
      {
        'own-standards:u1:d1:d1': {
          ...waiting,
          base: { title: '原来的', drafters: [] },
          sent: { content: waiting.content, version: 2, idempotencyKey: 'k' },
        },
      },
    ],
  ])('bring bare names of drafters as people: %s', async (_, keptBefore) => {
    const { server, kept } = await openedOver(2, keptBefore);
    expect(server.stored).toMatchObject({ title: '更新前写的', drafters: people });
    expect(kept.size).toBe(0);
  });

  it('keep the account that somebody gave one of them meanwhile', async () => {
    const base = { title: '原来的', drafters: ['顾敏'] };
    const linked = [{ name: '顾敏', userId: 'u9' }];
    const { server, store } = await openedOver(
      3,
      { 'own-standards:u1:d1:d1': { ...waiting, base } },
      linked,
    );
    expect(store.conflicts().size).toBe(0);
    expect(server.stored).toMatchObject({ title: '更新前写的', drafters: linked });
  });
});
