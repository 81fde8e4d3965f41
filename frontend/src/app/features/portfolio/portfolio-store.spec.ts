import '@angular/compiler';
import { type PortfolioClient, type SavedView, USUAL_VIEW } from '@liangxing/contracts';
import { CurrentOrganization } from '../../core/session/current-organization';
import { SessionService } from '../../core/session/session.service';
import { Problem } from '../../core/errors/problem';
import { type Answers, PlayedServer, atRest, storeWith } from '../../testing/store-with';
import { PortfolioStore } from './portfolio-store';

const CLIENTS = 'GET /portfolio/clients';
const VIEWS = 'GET /portfolio/views';
const SAVE = 'PUT /portfolio/views';

const client = (id: string, overdue: number): PortfolioClient => ({
  id,
  name: `企业${id}`,
  readable: ['improvements'],
  endsAt: '2027-01-01T00:00:00.000Z',
  readAt: '2026-11-30T00:00:00.000Z',
  parts: { improvements: { open: overdue, overdue } },
  next: null,
  activeAt: null,
  consultants: [],
});
const view = (name: string, more: Partial<SavedView> = {}): SavedView => ({
  ...USUAL_VIEW,
  name,
  isDefault: false,
  ...more,
});

async function opened(
  answers: Answers,
  organization = { id: () => 'consultancy' },
  person = () => 'owner',
) {
  const played = new PlayedServer({
    [VIEWS]: () => ({ views: [], version: 0 }),
    [CLIENTS]: () => ({ clients: [], next: null }),
    ...answers,
  });
  const { store } = storeWith(PortfolioStore, played, [
    { provide: CurrentOrganization, useValue: organization },
    { provide: SessionService, useValue: { user: () => ({ id: person() }) } },
  ]);
  return { store, played };
}

const idsOf = (store: PortfolioStore): string[] =>
  store.lines().flatMap((line) => (line.kind === 'client' ? [line.client.id] : []));

describe('the list of clients in the browser', () => {
  it('is nobody else’s: who signs in next in the same tab sees nothing of the one before', async () => {
    let who = 'owner';
    const { store } = await opened(
      {
        [CLIENTS]: () => ({ clients: who === 'owner' ? [client('a', 1)] : [], next: null }),
        [VIEWS]: () => ({ views: who === 'owner' ? [view('我的')] : [], version: 1 }),
      },
      undefined,
      () => who,
    );
    await store.load();
    await atRest();
    expect([idsOf(store), store.views().length]).toEqual([['a'], 1]);
    who = 'consultant';
    const loading = store.load();
    expect([idsOf(store), store.views().length]).toEqual([[], 0]);
    await loading;
  });

  it('shows the first screen at once and the others behind it, each once', async () => {
    let giveRest = (): void => undefined;
    const { store, played } = await opened({
      [CLIENTS]: ({ behind }) =>
        behind === undefined
          ? { clients: [client('a', 1)], next: 'a' }
          : new Promise((resolve) => {
              giveRest = () => resolve({ clients: [client('b', 3)], next: null });
            }),
    });
    const loading = store.load();
    await atRest();
    expect([idsOf(store), store.isWhole()]).toEqual([['a'], false]);
    giveRest();
    await loading;
    expect([idsOf(store), store.isWhole()]).toEqual([['a', 'b'], true]);
    expect(played.askedFor(CLIENTS)).toMatchObject([{ limit: 50 }, { limit: 500, behind: 'a' }]);
    store.change({ sort: 'overdue', isDescending: true });
    expect(idsOf(store)).toEqual(['b', 'a']);
  });

  it('keeps what was read while it is read again, and lets go of who has left', async () => {
    let clients = [client('a', 1), client('b', 2)];
    const { store } = await opened({ [CLIENTS]: () => ({ clients, next: null }) });
    await store.load();
    clients = [client('b', 2)];
    const again = store.load();
    expect(idsOf(store)).toEqual(['a', 'b']);
    await again;
    expect(idsOf(store)).toEqual(['b']);
  });

  it('says which view it opened with, and none any more at another consultancy', async () => {
    let id = 'consultancy';
    const { store } = await opened(
      {
        [VIEWS]: () => ({
          views: id === 'consultancy' ? [view('本周', { isDefault: true })] : [],
          version: 1,
        }),
      },
      { id: () => id },
    );
    await store.load();
    await atRest();
    expect(store.opened()).toBe('本周');
    id = 'other';
    await store.load();
    await atRest();
    expect(store.opened()).toBe('');
  });

  it('opens with the default view, and takes the mark from the others where a new one has it', async () => {
    const before = view('逾期', { sort: 'overdue', isDefault: true });
    const { store, played } = await opened({
      [VIEWS]: () => ({ views: [before], version: 3 }),
      [SAVE]: ({ body }) => ({ views: body?.['views'], version: 4 }),
    });
    await store.load();
    await atRest();
    expect(store.view().sort).toBe('overdue');
    await store.save('名称', true);
    expect(played.askedFor(SAVE)).toMatchObject([
      { ifMatch: 3, body: { views: [{ name: '逾期', isDefault: false }, { name: '名称' }] } },
    ]);
    expect(store.views().map(({ name }) => name)).toEqual(['逾期', '名称']);
  });

  it('shows the views that were saved elsewhere meanwhile, and writes over none of them', async () => {
    const elsewhere = { views: [view('别处')], version: 9 };
    const { store, played } = await opened({
      [SAVE]: ({ ifMatch, body }) => {
        if (ifMatch !== 9) throw new Problem('version_conflict', 409, '', '', [], elsewhere);
        return { views: body?.['views'], version: 10 };
      },
    });
    await store.save('这里', false);
    expect(store.problem()?.code).toBe('version_conflict');
    expect(store.views()).toEqual(elsewhere.views);
    await store.save('这里', false);
    expect(played.askedFor(SAVE)).toHaveLength(2);
    expect(store.views().map(({ name }) => name)).toEqual(['别处', '这里']);
  });

  it('lets nothing of another consultancy in, also where its answer comes late', async () => {
    let id = 'one';
    const waiting = new Map<string, () => void>();
    const answers = {
      [CLIENTS]: () =>
        new Promise((resolve) => {
          const of = id;
          waiting.set(of, () => resolve({ clients: [client(of, 0)], next: null }));
        }),
    };
    const { store } = await opened(answers, { id: () => id });
    const first = store.load();
    await atRest();
    id = 'other';
    const second = store.load();
    await atRest();
    waiting.get('other')?.();
    await second;
    waiting.get('one')?.();
    await first;
    expect(idsOf(store)).toEqual(['other']);
  });
});
