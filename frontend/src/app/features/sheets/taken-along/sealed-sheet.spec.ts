import '@angular/compiler';
import { signal } from '@angular/core';
import { SealedStore, type TakenCase } from '../../../core/offline/sealed-store';
import { MemorySealedStore } from '../../../core/offline/testing/memory-sealed-store';
import { takenCase } from '../../../core/offline/testing/taken-case';
import { type DeviceVerdict, WatchDevice } from '../../../core/offline/watch-device';
import { SessionService } from '../../../core/session/session.service';
import { type Answers, failure, PlayedServer, storeWith } from '../../../testing/store-with';
import { emptyScore } from '../score';
import { type Bundle, writeBundle } from './bundle';
import { SealedSheet } from './sealed-sheet';

const PUT = 'PUT /cases/{id}/sheet/answers/{itemId}';
const sheet = { isScorer: true, answers: [], self: [] };
const bundle = {
  ...{ case: { id: 'c1', number: '2026-0001' }, material: { files: [] }, sheet },
  ...{ bodyName: '江南评价中心', files: ['e1/2'] },
} as unknown as Bundle;
const judged = { content: emptyScore, version: 0, idempotencyKey: 'k1' };

async function opened(
  answers: Answers,
  {
    verdict = 'stays',
    userId = 'u1',
    more = {},
  }: { verdict?: DeviceVerdict; userId?: string | null; more?: Partial<TakenCase> } = {},
) {
  Object.defineProperty(globalThis, 'navigator', { value: { onLine: true }, configurable: true });
  const kept = new MemorySealedStore();
  const taken = await takenCase(kept, more);
  await writeBundle(taken, bundle);
  await taken.writeBytes('file-0', new TextEncoder().encode('%PDF'));
  const watch = {
    gone: signal(new Set()),
    left: signal(new Map()),
    check: jest.fn().mockResolvedValue(verdict),
    wipe: jest.fn().mockResolvedValue(undefined),
  };
  const session = {
    user: () => (userId === null ? null : { id: userId }),
    reload: jest.fn().mockResolvedValue(undefined),
  };
  const server = new PlayedServer(answers);
  const { store } = storeWith(SealedSheet, server, [
    { provide: SealedStore, useValue: kept },
    { provide: WatchDevice, useValue: watch },
    { provide: SessionService, useValue: session },
  ]);
  await store.open(taken);
  return { store, server, watch, session, kept, taken };
}

describe('a sheet that was taken along', () => {
  it('is read from behind its lock where the server does not answer', async () => {
    const { store, session } = await opened({});
    session.reload.mockRejectedValue(failure(0));
    expect(await store.sheet('c1')).toEqual(sheet);
    expect(store.line()).toBe('none');
    const file = { evidenceId: 'e1', revision: 2, mediaType: 'application/pdf' };
    expect(await (await store.file({ caseId: 'c1', material: 1, file })).text()).toBe('%PDF');
  });

  it('makes contact before it sends, once, and keeps what was stored', async () => {
    const answer = { ...emptyScore, itemId: '1.1', version: 1, self: { itemId: '1.1' } };
    const { store, server, watch, taken } = await opened({ [PUT]: () => answer });
    const send = store.recorder('c1');
    await send('1.1', judged);
    await send('1.1', judged);
    expect(watch.check).toHaveBeenCalledTimes(1);
    expect(server.askedFor(PUT)[0]).toMatchObject({
      ...{ organizationId: 'o1', id: 'c1', itemId: '1.1', ifMatch: 0, idempotencyKey: 'k1' },
    });
    expect(await taken.json('sheet')).toMatchObject({
      answers: [{ itemId: '1.1', version: 1 }],
      self: [{ itemId: '1.1' }],
    });
  });

  it.each([
    ['nobody is signed in', { userId: null }, 'signed_out'],
    ['somebody else is signed in', { userId: 'u2' }, 'other_person'],
    ['it was deleted', { verdict: 'gone' }, 'none'],
  ] as const)('sends nothing where %s', async (_, standing, line) => {
    const { store, server } = await opened({}, standing);
    await expect(store.recorder('c1')('1.1', judged)).rejects.toMatchObject({ status: 0 });
    expect(server.askedFor(PUT)).toEqual([]);
    expect(store.line()).toBe(line);
  });

  it('is nothing but what was not sent where its case takes nothing any more', async () => {
    const { store, server } = await opened({}, { verdict: 'left', more: { left: 'case_moved' } });
    expect([store.case(), store.left()]).toEqual([null, 'case_moved']);
    await expect(store.recorder('c1')('1.1', judged)).rejects.toMatchObject({ status: 0 });
    expect(server.asked).toEqual([]);
    expect(store.line()).toBe('left');
  });

  it('is deleted after its time once everything was sent', async () => {
    const answer = { ...emptyScore, itemId: '1.1', version: 1, self: null };
    const { store, watch, taken } = await opened({ [PUT]: () => answer }, { verdict: 'over' });
    await store.drafts().write('taken:d1:1.1', judged);
    await store.recorder('c1')('1.1', judged);
    expect(watch.wipe).not.toHaveBeenCalled();
    await store.drafts().remove('taken:d1:1.1');
    expect(watch.wipe).toHaveBeenCalledWith(taken.taken, 'over');
  });
});
