import { type Asked, PlayedServer, atRest, failure, storeWith } from '../../../testing/store-with';
import { CurrentOrganization } from '../../../core/session/current-organization';
import { SystemSender } from '../system-sender';
import { SystemStore } from '../system-store';
import { SystemView } from '../system-view';
import type { Draft } from './draft';
import { DraftsStore } from './drafts-store';

const draft = (id: string, version = 1, title = id) => ({ id, version, title }) as Draft;

/** A server whose answers come when the test lets them. */
async function opened() {
  const waiting = new Map<string, (answer: Draft | Error) => void>();
  const held = (name: string) =>
    new Promise<Draft>((resolve, reject) =>
      waiting.set(name, (answer) => (answer instanceof Error ? reject(answer) : resolve(answer))),
    );
  const server = new PlayedServer({
    'GET /drafts': () => [draft('a'), draft('b')],
    'GET /draft-outlines': () => [],
    'GET /numbering-rule': () => null,
    'GET /profile': () => ({ departments: [] }),
    'GET /drafts/{id}': ({ id }: Asked) => held(`show ${String(id)}`),
    'POST /drafts/{id}/moves': ({ id }: Asked) => held(`move ${String(id)}`),
    'POST /drafts/{id}/revision': ({ id }: Asked) => held(`revise ${String(id)}`),
  });
  const { store } = storeWith(DraftsStore, server, [
    { provide: CurrentOrganization, useValue: { id: () => 'o1' } },
    { provide: SystemStore, useValue: { open: async () => undefined } },
    { provide: SystemView, useValue: { id: () => 's1' } },
    { provide: SystemSender, useValue: {} },
  ]);
  await atRest();
  const answer = async (name: string, given: Draft | Error) => {
    waiting.get(name)?.(given);
    await atRest();
  };
  const show = async (id: string) => {
    void store.show(id);
    await atRest();
  };
  return { store, show, answer };
}

describe('an own standard that is shown', () => {
  it('is the last that was asked for, whichever answer comes last', async () => {
    const { store, show, answer } = await opened();
    await show('a');
    await show('b');
    await answer('show b', draft('b'));
    await answer('show a', draft('a'));
    expect(store.open()?.id).toBe('b');
  });

  it('says nothing of the failure of one that nobody waits for', async () => {
    const { store, show, answer } = await opened();
    await show('a');
    await show('b');
    await answer('show a', failure(500));
    expect(store.problem()).toBeNull();
    await answer('show b', failure(500));
    expect(store.problem()?.status).toBe(500);
  });

  it('opens while something else is under way, and stays when that ends', async () => {
    const { store, show, answer } = await opened();
    const moving = store.move(draft('a'), { move: 'submit' } as never);
    await atRest();
    await show('b');
    await answer('show b', draft('b'));
    expect([store.isBusy(), store.open()?.id]).toEqual([true, 'b']);
    await answer('move a', draft('a', 2));
    expect([await moving, store.open()?.id]).toEqual([true, 'b']);
  });

  it('is the revision that was just begun, unless another was asked for meanwhile', async () => {
    const { store, show, answer } = await opened();
    void store.revise(draft('a'));
    await atRest();
    await answer('revise a', draft('a2'));
    expect(store.open()?.id).toBe('a2');
    void store.revise(draft('b'));
    await atRest();
    await show('a');
    await answer('show a', draft('a'));
    await answer('revise b', draft('b2'));
    expect(store.open()?.id).toBe('a');
  });
});

describe('an own standard that takes no more', () => {
  it('is looked at anew while something else is under way', async () => {
    const { store, show, answer } = await opened();
    await show('a');
    await answer('show a', draft('a'));
    void store.move(draft('b'), { move: 'submit' } as never);
    await atRest();
    const looking = store.lookAgain('a');
    await atRest();
    await answer('show a', draft('a', 2, '审定的'));
    await looking;
    expect([store.isBusy(), store.open()?.title]).toEqual([true, '审定的']);
  });

  it('does not come back where another is open by then', async () => {
    const { store, show, answer } = await opened();
    await show('a');
    await answer('show a', draft('a'));
    const looking = store.lookAgain('a');
    await atRest();
    await store.show(null);
    await answer('show a', draft('a', 2));
    await looking;
    expect(store.open()).toBeNull();
    expect(store.drafts()?.find(({ id }) => id === 'a')?.version).toBe(2);
  });
});
