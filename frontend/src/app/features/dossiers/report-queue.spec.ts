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
import { ReportQueue } from './report-queue';

async function opened(keptBefore?: unknown) {
  const server = {
    isClosed: false,
    stored: { id: 'a1', version: 3, plan: {}, conclusion: '原来的' },
  };
  const played = new PlayedServer({
    'GET /assessments/{assessmentId}': () => server.stored,
    'PATCH /assessments/{assessmentId}': ({ ifMatch, body }: Asked) => {
      if (server.isClosed) throw new Problem('assessment_closed', 409, '自我评价已结束', '');
      if (ifMatch !== server.stored.version) throw conflictWith(server.stored);
      server.stored = { ...server.stored, ...body, version: server.stored.version + 1 };
      return server.stored;
    },
  });
  const lookAgain = jest.fn().mockResolvedValue(undefined);
  const { store, kept } = storeWith(ReportQueue, played, [
    { provide: CurrentAssessment, useValue: { lookAgain } },
    { provide: CurrentOrganization, useValue: { id: () => 'o1' } },
    { provide: SessionService, useValue: { user: () => ({ id: 'u1' }) } },
  ]);
  if (keptBefore !== undefined) kept.set('report:u1:a1', keptBefore);
  const open = async () => {
    await store.open(
      'a1',
      () => true,
      () => undefined,
    );
    await atRest();
  };
  await open();
  const type = async (conclusion: string) => {
    store.change({ plan: {} as never, conclusion });
    await store.flush();
    await atRest();
  };
  return { server, store, kept, open, type, lookAgain };
}

describe('a report that a build before kept', () => {
  it.each([{ version: 3 }, {}])('goes where nobody wrote since: %j', async (version) => {
    const { server, kept } = await opened({ plan: {}, conclusion: '更新前写的', ...version });
    expect(server.stored.conclusion).toBe('更新前写的');
    expect(kept.size).toBe(0);
  });

  it('stands beside what another person wrote since', async () => {
    const { server, store } = await opened({ plan: {}, conclusion: '更新前写的', version: 2 });
    expect(server.stored.conclusion).toBe('原来的');
    expect(store.theirs()?.conclusion).toBe('原来的');
    expect(store.report()?.conclusion).toBe('更新前写的');
    store.choose('mine');
    await store.flush();
    expect(server.stored.conclusion).toBe('更新前写的');
  });
});

describe('a report that is being opened', () => {
  it('is not said to be saved before it is known what an earlier visit left', async () => {
    const { store, open } = await opened();
    expect(store.state()).toBe('saved');
    const opening = open();
    expect(store.state()).toBe('reading');
    await opening;
    expect(store.state()).toBe('saved');
    store.close();
    expect(store.state()).toBe('reading');
  });

  it('says that something is typed before that is known', async () => {
    const { store } = await opened();
    await store.open(
      'a1',
      () => true,
      () => undefined,
    );
    expect(store.state()).toBe('reading');
    store.change({ plan: {} as never, conclusion: '马上写的' });
    expect(store.state()).toBe('unsaved');
  });
});

describe('a report whose evaluation somebody closed meanwhile', () => {
  async function typedTooLate() {
    const page = await opened();
    page.server.isClosed = true;
    await page.type('结束后写的');
    return page;
  }

  it('shows what is stored, keeps what was typed beside it, and looks at the evaluation anew', async () => {
    const { store, lookAgain, kept } = await typedTooLate();
    expect(store.report()?.conclusion).toBe('原来的');
    expect(store.tooLate()?.content.conclusion).toBe('结束后写的');
    expect([store.state(), store.problem()]).toEqual(['closed', null]);
    expect(lookAgain.mock.calls).toEqual([['a1']]);
    expect(kept.size).toBe(1);
  });

  it('keeps it from being typed over before the page is locked', async () => {
    const { store, type, kept } = await typedTooLate();
    const waiting = [...kept];
    await type('在原来的上接着写');
    expect(store.tooLate()?.content.conclusion).toBe('结束后写的');
    expect([...kept]).toEqual(waiting);
  });

  it('is looked at again where it could not be read', async () => {
    const page = await opened();
    page.lookAgain.mockRejectedValueOnce(failure(0));
    page.server.isClosed = true;
    await page.type('结束后写的');
    globalThis.dispatchEvent(new Event('online'));
    await atRest();
    globalThis.dispatchEvent(new Event('online'));
    await atRest();
    expect(page.lookAgain.mock.calls).toEqual([['a1'], ['a1']]);
  });

  it('forgets what was typed when it is given up', async () => {
    const { store, kept } = await typedTooLate();
    store.takeStored();
    await atRest();
    expect([store.tooLate(), store.state(), kept.size]).toEqual([null, 'saved', 0]);
  });

  it('keeps it over another visit while it stays closed, and stores it once it is reopened', async () => {
    const { server, store, open } = await typedTooLate();
    await open();
    expect(store.tooLate()?.content.conclusion).toBe('结束后写的');
    server.isClosed = false;
    await open();
    expect([store.tooLate(), server.stored.conclusion]).toEqual([null, '结束后写的']);
  });
});
