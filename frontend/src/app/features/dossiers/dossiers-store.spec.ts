import { PlayedServer, atRest, failure, storeWith } from '../../testing/store-with';
import { CurrentAssessment } from '../../core/assessment/current-assessment';
import { Notices } from '../../core/errors/notices';
import { DossiersStore } from './dossiers-store';

const dossier = (id: string, state: string, assessmentId = 'a1') => ({ id, state, assessmentId });

async function opened(dossiers: readonly unknown[], build: () => unknown) {
  const server = new PlayedServer({
    'GET /dossiers': () => dossiers,
    'GET /assessments/{assessmentId}/dossier-check': () => ({ findings: [] }),
    'POST /dossiers': build,
  });
  const { store, injector } = storeWith(DossiersStore, server, [
    { provide: CurrentAssessment, useValue: { load: async () => ({ id: 'a1' }) } },
  ]);
  await store.load();
  return { server, store, injector };
}

describe('the dossiers of an evaluation', () => {
  it('are those of the current one only', async () => {
    const list = [dossier('d1', 'ready'), dossier('d2', 'ready', 'other')];
    const { store } = await opened(list, () => undefined);
    expect(store.dossiers().map(({ id }) => id)).toEqual(['d1']);
    expect(store.check()).toEqual({ findings: [] });
  });

  it('are ordered once, however often one clicks', async () => {
    const { server, store, injector } = await opened([], () => dossier('d1', 'queued'));
    await Promise.all([store.build(), store.build()]);
    await store.build();
    expect(server.askedFor('POST /dossiers')).toHaveLength(1);
    expect(store.building()?.id).toBe('d1');
    injector.destroy();
  });

  it('say why one was refused, and check again', async () => {
    const { server, store, injector } = await opened([dossier('d1', 'ready')], () => {
      throw failure(409);
    });
    await store.build();
    await atRest();
    expect(store.dossiers().map(({ id }) => id)).toEqual(['d1']);
    expect(injector.get(Notices).all()).toHaveLength(1);
    expect(server.askedFor('GET /assessments/{assessmentId}/dossier-check')).toHaveLength(2);
    injector.destroy();
  });
});
