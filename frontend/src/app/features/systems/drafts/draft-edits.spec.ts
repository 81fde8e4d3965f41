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

async function openedOver(version: number) {
  const server = { stored: { id: 'd1', version, title: '原来的' } as Draft };
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
  kept.set('own-standard:u1:d1', { version: 2, typed: { title: '更新前写的' } });
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
});
