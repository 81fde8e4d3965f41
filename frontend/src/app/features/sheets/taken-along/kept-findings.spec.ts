import '@angular/compiler';
import { signal } from '@angular/core';
import { createHash } from 'node:crypto';
import { Problem } from '../../../core/errors/problem';
import { nameOfPhoto } from '../../../core/offline/own-writing';
import { SealedDrafts } from '../../../core/offline/sealed-drafts';
import type { LeftReason } from '../../../core/offline/own-writing';
import { MemorySealedStore } from '../../../core/offline/testing/memory-sealed-store';
import { takenCase } from '../../../core/offline/testing/taken-case';
import { type Answers, failure, PlayedServer, storeWith } from '../../../testing/store-with';
import { EMPTY } from '../finding-fields';
import { stateOf } from './kept-finding';
import { KeptFindings } from './kept-findings';
import { type DeviceLine, SealedSheet } from './sealed-sheet';

const ADD = 'POST /cases/{id}/findings';
const CHANGE = 'PUT /cases/{id}/findings/{number}';
const LIST = 'GET /cases/{id}/findings';
const UPLOAD = 'POST /cases/{id}/findings/{number}/files';
const fields = { ...EMPTY, itemId: '1.1', text: '抽查 3 份，1 份无签名' };
const photo = { name: '现场.png', content: new Blob(['现场'], { type: 'image/png' }) };
const refusal = new Problem('case_moved', 409, '该项目已不在评价阶段', '请查看项目当前状态。');
const stored = (asked: { readonly body?: object }, version = 1) => ({
  ...{ ...asked.body, number: 7, version, files: [] },
});

async function opened(answers: Answers, kept = new MemorySealedStore()) {
  const taken = await takenCase(kept);
  return reopened(answers, kept, taken);
}

/** What a page finds that was opened anew. */
async function reopened(
  answers: Answers,
  kept: MemorySealedStore,
  taken: Awaited<ReturnType<typeof takenCase>>,
) {
  const isOnline = signal(false);
  const drafts = new SealedDrafts(taken, kept);
  const line = signal<DeviceLine>('none');
  const source = {
    ...{ line, taken: signal(taken.taken), left: signal<LeftReason | null>(null) },
    unsent: () => kept.cases.get('d1')?.unsent ?? 0,
    drafts: () => drafts,
    sealedCase: () => taken,
    reach: () => (isOnline() ? Promise.resolve(taken) : Promise.reject(failure(0))),
    leaveOver: jest.fn().mockResolvedValue(undefined),
  };
  const server = new PlayedServer(answers);
  const { store } = storeWith(KeptFindings, server, [{ provide: SealedSheet, useValue: source }]);
  await store.read();
  return { store, server, kept, taken, source, isOnline };
}

describe('a finding without a network', () => {
  it('waits behind the lock, photos too, also where the page was killed while it was typed', async () => {
    const { store, kept, taken, server } = await opened({});
    await store.write('f1', fields);
    await store.addPhoto('f1', photo);
    expect(kept.cases.get('d1')?.unsent).toBe(1);
    for (const { data } of kept.sealed.values())
      expect(Buffer.from(data).includes(Buffer.from('现场'))).toBe(false);
    const next = await reopened({}, kept, taken);
    const [found] = next.store.all();
    expect(found && stateOf(found)).toBe('unwritten');
    expect(found?.fields).toEqual(fields);
    const [kept1] = found?.photos ?? [];
    expect(await (kept1 && next.store.photo(kept1))?.then((blob) => blob?.text())).toBe('现场');
    expect(server.asked).toEqual([]);
  });

  it('goes once there is one, before its photos, and nothing of it stays', async () => {
    const { store, server, kept, isOnline } = await opened({ [ADD]: stored, [UPLOAD]: stored });
    await store.write('f1', fields);
    await store.addPhoto('f1', photo);
    await store.addPhoto('f1', photo);
    await store.finish('f1');
    await store.run();
    expect(server.asked).toEqual([]);
    isOnline.set(true);
    await store.run();
    expect(server.asked.map(({ at }) => at)).toEqual([ADD, UPLOAD, UPLOAD]);
    expect(server.askedFor(ADD)[0]?.body).toEqual({
      ...fields,
      device: { deviceId: 'd1', findingId: 'f1' },
    });
    expect(server.askedFor(UPLOAD)[0]).toMatchObject({ id: 'c1', number: 7 });
    expect(store.all()).toEqual([]);
    expect(store.sent()).toMatchObject([{ id: 'f1', stored: { number: 7 } }]);
    expect([...kept.sealed.keys()]).toEqual(['d1/drafts']);
    expect(kept.cases.get('d1')?.unsent).toBe(0);
  });

  it('that has arrived takes a further photo, and is not sent anew', async () => {
    const { store, server, isOnline } = await opened({ [ADD]: stored, [UPLOAD]: stored });
    isOnline.set(true);
    await store.write('f1', fields);
    await store.finish('f1');
    await store.run();
    const [sent] = store.sent();
    expect(sent && stateOf(sent)).toBe('sent');
    await store.addPhoto('f1', photo);
    await store.run();
    expect(server.asked.map(({ at }) => at)).toEqual([ADD, UPLOAD]);
    expect([store.all(), store.sent().map(({ id }) => id)]).toEqual([[], ['f1']]);
  });

  it('whose answer was lost is sent again as the same one, with what was changed since', async () => {
    let isLost = true;
    const { store, server, isOnline } = await opened({
      [ADD]: (asked) => {
        if (isLost) throw failure(0);
        return { ...stored(asked), text: fields.text };
      },
      [CHANGE]: (asked) => stored(asked, 2),
    });
    isOnline.set(true);
    await store.write('f1', fields);
    await store.finish('f1');
    await store.run();
    expect(store.all()[0]?.isTried).toBe(true);
    isLost = false;
    await store.write('f1', { ...fields, text: '抽查 5 份，1 份无签名' });
    await store.finish('f1');
    await store.run();
    const ids = server.askedFor(ADD).map(({ body }) => body?.['device']);
    expect(ids).toEqual([
      { deviceId: 'd1', findingId: 'f1' },
      { deviceId: 'd1', findingId: 'f1' },
    ]);
    expect(server.askedFor(CHANGE)).toMatchObject([
      { number: 7, ifMatch: 1, body: { text: '抽查 5 份，1 份无签名' } },
    ]);
    expect(store.all()).toEqual([]);
  });

  it('has no photo twice: one that arrived unheard is known by its hash', async () => {
    let isLost = true;
    const sha256 = createHash('sha256').update('现场').digest('hex');
    const { store, server, isOnline } = await opened({
      [ADD]: stored,
      [LIST]: () => [{ number: 7, files: [{ sha256 }] }],
      [UPLOAD]: () => {
        if (isLost) throw failure(0);
        return stored({});
      },
    });
    isOnline.set(true);
    await store.write('f1', fields);
    await store.addPhoto('f1', photo);
    await store.finish('f1');
    await store.run();
    isLost = false;
    await store.run();
    expect(server.askedFor(UPLOAD)).toHaveLength(1);
    expect(store.all()).toEqual([]);
  });

  it('that is refused stays with its reason and its photos, and goes when it may', async () => {
    let isMoved = true;
    const { store, kept, isOnline } = await opened({
      [ADD]: (asked) => {
        if (isMoved) throw refusal;
        return stored(asked);
      },
      [UPLOAD]: stored,
    });
    isOnline.set(true);
    await store.write('f1', fields);
    await store.addPhoto('f1', photo);
    await store.finish('f1');
    await store.run();
    const [found] = store.all();
    expect(found && stateOf(found)).toBe('refused');
    expect(found?.refusal).toMatchObject({ code: 'case_moved', title: '该项目已不在评价阶段' });
    expect(kept.sealed.has(`d1/${nameOfPhoto(found?.photos[0]?.id ?? '')}`)).toBe(true);
    isMoved = false;
    await store.finish('f1');
    await store.run();
    expect(store.all()).toEqual([]);
  });

  it('whose photo alone is refused keeps that photo', async () => {
    const full = new Problem('finding_files_full', 409, '照片已满', '');
    const { store, source, isOnline } = await opened({
      [ADD]: stored,
      [UPLOAD]: () => {
        throw full;
      },
    });
    isOnline.set(true);
    source.line.set('over');
    await store.write('f1', fields);
    await store.addPhoto('f1', photo);
    await store.finish('f1');
    await store.run();
    const [found] = store.all();
    expect(found && stateOf(found)).toBe('photos_refused');
    expect([found?.stored?.number, found?.photos.length]).toEqual([7, 1]);
    expect(source.leaveOver).toHaveBeenCalled();
  });

  it('is taken back with its photos', async () => {
    const { store, kept } = await opened({});
    await store.write('f1', fields);
    await store.addPhoto('f1', photo);
    await store.remove('f1');
    expect([...kept.sealed.keys()]).toEqual(['d1/drafts']);
    expect(kept.cases.get('d1')?.unsent).toBe(0);
  });
});
