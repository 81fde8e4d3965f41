import { signal } from '@angular/core';
import { PlayedServer, storeWith } from '../../testing/store-with';
import { Modal } from '../dialog/modal';
import { Notices } from '../errors/notices';
import { SessionService } from '../session/session.service';
import { SealedStore } from './sealed-store';
import { ShellOnDevice } from './shell-on-device';
import { MemorySealedStore } from './testing/memory-sealed-store';
import { takenCase } from './testing/taken-case';
import { WatchDevice } from './watch-device';

const CONTACT = 'POST /cases/{id}/devices/{deviceId}/contact';
const END = 'POST /cases/{id}/devices/{deviceId}/end';

async function watched(wipe: string | null, unsent = 1) {
  const kept = new MemorySealedStore();
  const opened = await takenCase(kept);
  await opened.write('material', { name: '长河机械' });
  await opened.write('drafts', { 'finding:f1': {} });
  await opened.writeBytes('photo-p1', new TextEncoder().encode('现场'));
  await kept.change('d1', { unsent });
  const said = { wipe };
  const server = new PlayedServer({ [CONTACT]: () => said, [END]: () => null });
  const modal = { open: jest.fn() };
  const { store } = storeWith(WatchDevice, server, [
    { provide: SealedStore, useValue: kept },
    { provide: Modal, useValue: modal },
    { provide: Notices, useValue: {} },
    { provide: SessionService, useValue: { user: signal(null) } },
    {
      provide: ShellOnDevice,
      useValue: {
        isPossible: () => false,
        watch: () => Promise.resolve(),
        forget: () => Promise.resolve(),
      },
    },
  ]);
  return { store, kept, opened, server, modal, said };
}

describe('a device that makes contact', () => {
  it.each(['case_moved', 'not_in_team'])(
    'keeps what was not sent, and nothing else, where the reason is %s',
    async (reason) => {
      const { store, kept, opened, server, modal, said } = await watched(reason);
      expect(await store.check(opened.taken)).toBe('left');
      expect([...kept.sealed.keys()]).toEqual(['d1/drafts', 'd1/photo-p1']);
      expect(kept.cases.get('d1')?.left).toBe(reason);
      expect(modal.open).toHaveBeenCalledTimes(1);
      expect(await store.check(opened.taken)).toBe('left');
      expect(modal.open).toHaveBeenCalledTimes(1);
      expect(server.askedFor(END)).toEqual([]);
      said.wipe = 'asked';
      expect(await store.check(opened.taken)).toBe('gone');
      expect([kept.cases.size, kept.sealed.size]).toEqual([0, 0]);
    },
  );

  it('deletes all of it where somebody asks for it, or nothing waits', async () => {
    for (const [reason, unsent] of [
      ['asked', 1],
      ['case_moved', 0],
    ] as const) {
      const { store, kept, opened, server } = await watched(reason, unsent);
      expect(await store.check(opened.taken)).toBe('gone');
      expect(kept.sealed.size).toBe(0);
      expect(server.askedFor(END)).toHaveLength(1);
    }
  });

  it('sends what waits before it deletes what is over', async () => {
    const { store, kept, opened } = await watched('over');
    expect(await store.check(opened.taken)).toBe('over');
    expect(kept.sealed.size).toBe(3);
    await store.leave(opened.taken, 'over');
    expect(await store.check(opened.taken)).toBe('left');
    expect([...kept.sealed.keys()]).toEqual(['d1/drafts', 'd1/photo-p1']);
  });
});
