import {
  type Asked,
  PlayedServer,
  atRest,
  conflictWith,
  storeWith,
} from '../../testing/store-with';
import { CurrentOrganization } from '../../core/session/current-organization';
import { SessionService } from '../../core/session/session.service';
import { ReportQueue } from './report-queue';

async function opened(keptBefore: unknown) {
  const server = { stored: { id: 'a1', version: 3, plan: {}, conclusion: '原来的' } };
  const played = new PlayedServer({
    'GET /assessments/{assessmentId}': () => server.stored,
    'PATCH /assessments/{assessmentId}': ({ ifMatch, body }: Asked) => {
      if (ifMatch !== server.stored.version) throw conflictWith(server.stored);
      server.stored = { ...server.stored, ...body, version: server.stored.version + 1 };
      return server.stored;
    },
  });
  const { store, kept } = storeWith(ReportQueue, played, [
    { provide: CurrentOrganization, useValue: { id: () => 'o1' } },
    { provide: SessionService, useValue: { user: () => ({ id: 'u1' }) } },
  ]);
  kept.set('report:u1:a1', keptBefore);
  await store.open(
    'a1',
    () => true,
    () => undefined,
  );
  await atRest();
  return { server, store, kept };
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
