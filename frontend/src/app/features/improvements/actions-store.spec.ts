import { ACTION_MOVES, moveBetween } from '@liangxing/contracts';
import {
  type Asked,
  PlayedServer,
  atRest,
  conflictWith,
  failure,
  storeWith,
} from '../../testing/store-with';
import { CurrentAssessment } from '../../core/assessment/current-assessment';
import { Problem } from '../../core/errors/problem';
import { CurrentOrganization } from '../../core/session/current-organization';
import { SessionService } from '../../core/session/session.service';
import { ActionEdits } from './action-edits';
import { ActionsStore } from './actions-store';
import type { CorrectiveAction } from './corrective-action';

const action = (id: string, change: Partial<CorrectiveAction> = {}): CorrectiveAction =>
  ({
    ...{ id, version: 1, assessmentId: null, finding: '', cause: '', measure: '', result: '' },
    ...{ owner: '', state: 'open', verifiedBy: '', ...change },
  }) as unknown as CorrectiveAction;

const selfVerified = new Problem('validation_failed', 422, '', '', [
  { path: 'verifiedBy', code: 'self_verified', message: '' },
]);

async function opened(
  fates: Record<string, (() => void)[]> = {},
  keptBefore: Record<string, unknown> = {},
) {
  const stored = new Map(['a', 'b'].map((id) => [id, action(id)]));
  stored.set('c', action('c', { assessmentId: 'other' }));
  const played = new PlayedServer({
    'GET /corrective-actions': () => [...stored.values()],
    'PATCH /corrective-actions/{id}': ({ id, ifMatch, body }: Asked) => {
      fates[String(id)]?.shift()?.();
      const now = stored.get(String(id)) as CorrectiveAction;
      if (body?.['verifiedBy'] === '本人') throw selfVerified;
      if (ifMatch !== now.version) throw conflictWith(now);
      const to = (body?.['state'] ?? now.state) as CorrectiveAction['state'];
      if (to !== now.state && moveBetween(ACTION_MOVES, now.state, to) === undefined)
        throw new Problem('action_move_not_allowed', 409, '', '', [], now);
      const next = { ...now, ...body, version: now.version + 1 };
      stored.set(String(id), next);
      return next;
    },
  });
  const { store, injector, kept } = storeWith(ActionsStore, played, [
    ActionEdits,
    { provide: CurrentOrganization, useValue: { id: () => 'o1' } },
    { provide: SessionService, useValue: { user: () => ({ id: 'u1' }) } },
    { provide: CurrentAssessment, useValue: { load: async () => ({ id: 'mine' }) } },
  ]);
  for (const [key, value] of Object.entries(keptBefore)) kept.set(key, value);
  await store.load();
  await atRest();
  const shown = (id: string) => store.actions()?.find((one) => one.id === id);
  return { store, stored, injector, kept, shown };
}

const fail = (problem: Problem) => (): never => {
  throw problem;
};

const pass = (): void => undefined;

/** A verified action that is written on and taken back to its begin while the line is down; `fates` are of what waited. */
async function takenBack(...fates: (() => void)[]) {
  const page = await opened({ a: [fail(failure(0)), pass, ...fates] });
  page.stored.set('a', action('a', { state: 'verified' }));
  await page.store.load();
  page.store.change('a', { result: '没有连线时写下的' });
  await page.store.edits.flush();
  page.store.change('a', { state: 'done' });
  page.store.change('a', { state: 'open' });
  page.store.change('a', { cause: '重新打开' });
  await atRest();
  return page;
}

describe('corrective actions of a page', () => {
  it('are those of the evaluation that is open and of none', async () => {
    const { store } = await opened();
    expect(store.actions()?.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('show a change at once and store it', async () => {
    const { store, stored, shown, kept } = await opened();
    store.change('a', { cause: '未复核' });
    store.change('a', { measure: '补做' });
    expect(shown('a')).toMatchObject({ cause: '未复核', measure: '补做' });
    await store.edits.flush();
    await atRest();
    expect(stored.get('a')).toMatchObject({ cause: '未复核', measure: '补做' });
    expect(store.edits.state()).toBe('saved');
    expect(kept.size).toBe(0);
  });

  it('keep none waiting for one that the server stumbles over', async () => {
    const { store, stored, shown } = await opened({ a: Array(9).fill(fail(failure(500))) });
    store.change('a', { cause: '写下的' });
    store.change('b', { cause: '另一条' });
    await store.edits.flush();
    expect(stored.get('b')?.cause).toBe('另一条');
    expect(shown('a')?.cause).toBe('写下的');
    expect(store.edits.state()).toBe('offline');
  });

  it('come together with what another person wrote in other fields; the same field is asked about', async () => {
    const { store, stored } = await opened();
    stored.set('a', action('a', { version: 2, measure: '他人的' }));
    store.change('a', { cause: '我的' });
    await store.edits.flush();
    expect(stored.get('a')).toMatchObject({ cause: '我的', measure: '他人的' });
    stored.set('a', { ...action('a'), version: 9, cause: '他人的' });
    store.change('a', { cause: '我又写的' });
    await store.edits.flush();
    expect(store.edits.conflicts().get('a')).toMatchObject({
      mine: { cause: '我又写的' },
      theirs: { cause: '他人的' },
    });
    store.edits.settle('a', 'theirs');
    await atRest();
    expect(store.actions()?.[0]?.cause).toBe('他人的');
  });

  it('show what is stored after a refusal, but lose no text that was written beside it', async () => {
    const { store, stored, shown } = await opened({ a: [fail(failure(0))] });
    store.change('a', { cause: '没有连线时写下的' });
    await store.edits.flush();
    store.change('a', { state: 'verified', verifiedBy: '本人' });
    await store.edits.flush();
    await atRest();
    await store.edits.flush();
    await atRest();
    expect(shown('a')).toMatchObject({ state: 'open', cause: '没有连线时写下的' });
    expect(stored.get('a')).toMatchObject({ state: 'open', cause: '没有连线时写下的' });
    expect(store.edits.state()).toBe('saved');
  });

  it('made by several moves while the line is down end where the person left them', async () => {
    const { store, stored, shown, kept } = await takenBack();
    expect(stored.get('a')).toMatchObject({ state: 'open', cause: '重新打开', version: 4 });
    expect(shown('a')).toEqual(stored.get('a'));
    expect(store.edits.state()).toBe('saved');
    expect(kept.size).toBe(0);
  });

  it('go on from the move between where the line fails after it', async () => {
    const { store, stored } = await takenBack(pass, pass, fail(failure(0)));
    expect(stored.get('a')).toMatchObject({ state: 'done', version: 3 });
    expect(store.edits.state()).toBe('offline');
    await store.edits.flush();
    expect(stored.get('a')).toMatchObject({ state: 'open', cause: '重新打开', version: 4 });
    expect(store.edits.state()).toBe('saved');
  });

  it.each([
    { place: 'between', fates: [pass, fail(failure(422))], state: 'verified' },
    { place: 'at the end', fates: [pass, pass, fail(failure(422))], state: 'done' },
  ])('refused $place show the state that is stored, and store the text', async (refused) => {
    const { store, stored, shown } = await takenBack(...refused.fates);
    expect(stored.get('a')).toMatchObject({ state: refused.state, cause: '重新打开' });
    expect(shown('a')).toEqual(stored.get('a'));
    expect(store.edits.state()).toBe('saved');
  });

  it('take up what a build before kept under its own keys', async () => {
    const changes = { cause: '更新前写的' };
    const { stored, kept } = await opened({}, { 'action:u1:o1:a': { base: action('a'), changes } });
    expect(stored.get('a')?.cause).toBe('更新前写的');
    expect(kept.size).toBe(0);
  });
});
