import { effect } from '@angular/core';
import {
  type Asked,
  PlayedServer,
  atRest,
  conflictWith,
  failure,
  storeWith,
} from '../../testing/store-with';
import { CurrentOrganization } from '../../core/session/current-organization';
import type { ChangedSystem, ChangeOperation, StepMeasure, System } from './system';
import { SystemProgressService } from './system-progress.service';
import { SystemSender } from './system-sender';
import { SystemStore } from './system-store';
import { SystemView } from './system-view';

const system = (version: number): System =>
  ({
    ...{ id: 'y1', version, templateId: 'gb-t-15496-2017', name: '体系', isPrimary: true },
    ...{ nodes: [], decisions: {}, canUndo: false, canRedo: false },
  }) as unknown as System;

const node = (key: string) => ({ key, parent: null, code: key, name: { 'zh-CN': key, en: '' } });

const added = (key: string): readonly ChangeOperation[] => [
  {
    ...{ op: 'add' as const, key, parent: null, position: 0 },
    ...{ name: { 'zh-CN': key, en: '' }, purpose: { 'zh-CN': '', en: '' } },
  },
];

/** Coverage and progress in the state of a version, as they are told from the one before. */
function measureOf(version: number, since: number | null): StepMeasure {
  const state = `s${version}`;
  const pieces = since === null ? [] : [{ from: 0, count: since, rows: [] }];
  const counted = [...pieces, { from: 0, count: 0, rows: [{ key: `n${version}` }] }];
  const told = {
    since: since === null ? null : `s${since}`,
    coverage: { state, version, nodes: counted, expectations: [] },
    progress: { state, open: version, steps: [] },
  };
  return told as unknown as StepMeasure;
}

/** One system on a server; `fates` are failures that come first. */
async function opened(...fates: (() => never)[]) {
  const server: {
    system: System;
    measure: (version: number) => StepMeasure | null;
    readonly played: PlayedServer;
  } = {
    system: system(1),
    measure: () => null,
    played: new PlayedServer({
      'GET /systems': () => [{ id: 'y1' }],
      'GET /systems/{id}': () => server.system,
      'GET /systems/{id}/places': () => ({ rows: [] }),
      'GET /systems/{id}/coverage': () => ({
        ...{ state: `s${server.system.version}`, version: server.system.version },
        ...{ nodes: [{ key: 'n1' }], expectations: [] },
      }),
      'GET /system-progress': () => ({ state: `s${server.system.version}`, steps: [] }),
      'POST /systems/{id}/changes': ({ ifMatch, body }: Asked) => {
        fates.shift()?.();
        if (ifMatch !== server.system.version) throw conflictWith(server.system);
        const { operations } = body as { operations: readonly { readonly key: string }[] };
        const nodes = [...server.system.nodes, ...operations.map(({ key }) => node(key))];
        server.system = { ...system(server.system.version + 1), nodes } as unknown as System;
        const { version } = server.system;
        return { ...server.system, measure: server.measure(version) } as ChangedSystem;
      },
    }),
  };
  const { store, injector, kept } = storeWith(SystemStore, server.played, [
    SystemView,
    SystemSender,
  ]);
  await store.open();
  const [view, sender] = [injector.get(SystemView), injector.get(SystemSender)];
  const keys = () => view.state()?.system.nodes.map(({ key }) => key);
  const stored = () => server.system.nodes.map(({ key }) => key);
  return { server, store, view, sender, injector, kept, keys, stored };
}

const fail = (status: number) => (): never => {
  throw failure(status);
};

describe('changes of a system', () => {
  it('show at once and are sent one after another, each on the version before', async () => {
    const page = await opened();
    expect(page.sender.change(added('a'))).toBeNull();
    expect(page.sender.change(added('b'))).toBeNull();
    expect(page.keys()).toEqual(['b', 'a']);
    expect(page.sender.saveState()).toBe('saving');
    await page.sender.settled();
    expect(page.stored()).toEqual(['a', 'b']);
    const asked = page.server.played.askedFor('POST /systems/{id}/changes');
    expect(asked.map(({ ifMatch }) => ifMatch)).toEqual([1, 2]);
    expect(page.sender.saveState()).toBe('saved');
    await atRest();
    expect(page.kept.size).toBe(0);
  });

  it('says that it saves while a step is taken back, until the server has done it', async () => {
    const page = await opened();
    let done: () => void = () => undefined;
    const working = page.sender.working(() => new Promise<void>((resume) => (done = resume)));
    expect(page.sender.saveState()).toBe('saving');
    done();
    await working;
    expect(page.sender.saveState()).toBe('saved');
  });

  it('tell their coverage and progress themselves, and nothing is asked after them', async () => {
    const page = await opened();
    await atRest();
    page.server.measure = (version) => measureOf(version, version - 1);
    page.sender.change(added('a'));
    page.sender.change(added('b'));
    await page.sender.settled();
    await atRest();
    const keys = page.view.coverage()?.nodes.map(({ key }) => key);
    expect([page.view.coverage()?.version, keys]).toEqual([3, ['n1', 'n2', 'n3']]);
    const progress = page.injector.get(SystemProgressService).current();
    expect(progress).toMatchObject({ state: 's3', open: 3 });
    for (const asked of ['GET /systems/{id}/coverage', 'GET /system-progress'])
      expect(page.server.played.askedFor(asked)).toHaveLength(1);
  });

  it('of a system that is not the primary one leave the progress that is on its way', async () => {
    const page = await opened();
    await atRest();
    const progress = page.injector.get(SystemProgressService);
    let answer: (progress: unknown) => void = () => undefined;
    const answered = new Promise((resolve) => (answer = resolve));
    page.server.played.answers['GET /system-progress'] = () => answered;
    const refreshed = progress.refresh();
    page.server.measure = (version) => ({ ...measureOf(version, version - 1), progress: null });
    page.sender.change(added('a'));
    await page.sender.settled();
    answer({ state: 'newer', steps: [] });
    await refreshed;
    expect(page.view.coverage()?.version).toBe(2);
    expect(progress.current()).toMatchObject({ state: 'newer' });
  });

  it.each([
    ['whole', null],
    ['from the state before', 1],
  ])('tell no progress of another organization, opened meanwhile: %s', async (_, since) => {
    const page = await opened();
    await atRest();
    const progress = page.injector.get(SystemProgressService);
    page.server.played.answers['GET /system-progress'] = () => ({ state: 'of b', steps: [] });
    page.server.measure = (version) => {
      page.injector.get(CurrentOrganization).choose('b');
      return measureOf(version, since);
    };
    page.sender.change(added('a'));
    await page.sender.settled();
    await atRest();
    expect(progress.current()?.state ?? 'of b').toBe('of b');
    await progress.refresh();
    expect(progress.current()).toMatchObject({ state: 'of b' });
    const coverage = page.server.played.askedFor('GET /systems/{id}/coverage');
    expect(coverage.every(({ organizationId }) => organizationId === '')).toBe(true);
  });

  it('are followed by one question where what they tell is not understood', async () => {
    const page = await opened();
    await atRest();
    page.server.measure = (version) => measureOf(version, version + 7);
    page.sender.change(added('a'));
    page.sender.change(added('b'));
    await page.sender.settled();
    await atRest();
    expect(page.view.coverage()?.version).toBe(3);
    expect(page.server.played.askedFor('GET /systems/{id}/coverage')).toHaveLength(2);
  });

  it('are shown whole where they are told whole', async () => {
    const page = await opened();
    await atRest();
    page.server.measure = (version) => measureOf(version, null);
    page.sender.change(added('a'));
    await page.sender.settled();
    await atRest();
    expect(page.view.coverage()?.nodes).toEqual([{ key: 'n2' }]);
    expect(page.server.played.askedFor('GET /systems/{id}/coverage')).toHaveLength(1);
  });

  it.each([0, 429, 500])('stay on the screen and on this machine after %d', async (status) => {
    const page = await opened(fail(status));
    page.sender.change(added('a'));
    page.sender.change(added('b'));
    await page.sender.settled();
    expect(page.keys()).toEqual(['b', 'a']);
    expect(page.sender.saveState()).toBe('offline');
    expect(page.kept.size).toBe(1);
    page.sender.retryOffline();
    await page.sender.settled();
    expect(page.stored()).toEqual(['a', 'b']);
    expect(page.sender.unsent()).toBeNull();
  });

  it('keep saying why they wait while they are tried again', async () => {
    const page = await opened(fail(0), fail(0), fail(0));
    page.sender.change(added('a'));
    await page.sender.settled();
    const said: unknown[] = [];
    const watching = effect(() => void said.push(page.sender.unsent() !== null), {
      injector: page.injector,
    });
    for (let time = 0; time < 2; time++) {
      page.sender.retryOffline();
      await atRest();
    }
    expect(said.every((isSaid) => isSaid)).toBe(true);
    page.sender.retryOffline();
    await atRest();
    expect(page.sender.unsent()).toBeNull();
    expect(page.stored()).toEqual(['a']);
    watching.destroy();
  });

  it('that are no longer possible wait, while those before and after them are stored', async () => {
    const page = await opened();
    page.server.system = { ...system(5), nodes: [node('b')] } as unknown as System;
    page.sender.change(added('a'));
    page.sender.change(added('b'));
    await page.sender.settled();
    expect(page.sender.saveState()).toBe('conflict');
    page.sender.retry();
    await page.sender.settled();
    page.sender.change(added('c'));
    await page.sender.settled();
    expect(page.stored()).toEqual(['b', 'a', 'c']);
    expect(page.sender.unsent()?.steps).toEqual([added('b')]);
    await atRest();
    expect([...page.kept.values()]).toMatchObject([{ steps: [added('b')] }]);
  });

  it('wait for a decision where somebody else changed the system', async () => {
    const page = await opened();
    page.server.system = system(5);
    page.sender.change(added('a'));
    await page.sender.settled();
    expect(page.sender.saveState()).toBe('conflict');
    expect(page.keys()).toEqual([]);
    page.sender.retry();
    await page.sender.settled();
    expect(page.stored()).toEqual(['a']);
  });

  it('are given up when asked, and what is stored is shown', async () => {
    const page = await opened(fail(422));
    page.sender.change(added('a'));
    await page.sender.settled();
    expect(page.sender.saveState()).toBe('refused');
    await page.sender.giveUp();
    await atRest();
    expect(page.sender.saveState()).toBe('saved');
    expect(page.keys()).toEqual([]);
    expect(page.kept.size).toBe(0);
  });

  it.each([
    { answer: 'failed', fates: [fail(0), fail(0)], stored: ['b'] },
    { answer: 'succeeded', fates: [fail(0)], stored: ['a', 'b'] },
  ])('made while others are given up in a try that $answer are sent', async ({ fates, stored }) => {
    const page = await opened(...fates);
    page.sender.change(added('a'));
    await page.sender.settled();
    page.sender.retryOffline();
    const givenUp = page.sender.giveUp();
    page.sender.change(added('b'));
    await givenUp;
    await page.sender.settled();
    await atRest();
    expect(page.stored()).toEqual(stored);
    expect(page.keys()).toHaveLength(stored.length);
    expect(page.sender.saveState()).toBe('saved');
    expect(page.kept.size).toBe(0);
  });

  it('on their way are sent while others, that were refused, are given up', async () => {
    const page = await opened(fail(422));
    page.sender.change(added('a'));
    await page.sender.settled();
    page.sender.change(added('b'));
    page.sender.change(added('c'));
    await page.sender.giveUp();
    await atRest();
    expect(page.stored()).toEqual(['b', 'c']);
    expect(page.sender.saveState()).toBe('saved');
    expect(page.kept.size).toBe(0);
  });

  it('of an earlier visit are sent where nobody changed the system since', async () => {
    const page = await opened(fail(0));
    page.sender.change(added('a'));
    await page.sender.settled();
    await page.store.open();
    await page.sender.settled();
    expect(page.stored()).toEqual(['a']);
  });
});
