import {
  PlayedServer,
  type Asked,
  atRest,
  conflictWith,
  failure,
  storeWith,
} from '../../testing/store-with';
import { OpenOrganization } from '../../core/api/open-organization';
import { Notices } from '../../core/errors/notices';
import { Problem } from '../../core/errors/problem';
import { SessionService } from '../../core/session/session.service';
import { RegisterStore } from './register-store';
import { RowEdits } from './row-edits';
import type { Standard } from './standard';

const standard = (more: Partial<Standard> = {}): Standard =>
  ({
    id: 's1',
    version: 1,
    number: 'Q/A 1',
    title: '检验规程',
    department: '',
    ...more,
  }) as Standard;

const wrong = { path: 'title', code: 'required', message: 'wrong' };
const refusal = new Problem('validation_failed', 422, '', '', [wrong]);

/** A register of one row on a server that refuses older versions; `fates` are failures that come first. */
async function opened(...fates: (() => never)[]) {
  const server: { row: Standard; readonly played: PlayedServer } = {
    row: standard(),
    played: new PlayedServer({
      'GET /standards': () => ({ total: 1, rows: [server.row] }),
      'GET /standards/facets': () => ({ departments: [], unchecked: 0 }),
      'PATCH /standards/{id}': ({ ifMatch, body }: Asked) => {
        fates.shift()?.();
        if (body?.['title'] === '') throw refusal;
        if (ifMatch !== server.row.version) throw conflictWith(server.row);
        server.row = { ...server.row, ...body, version: server.row.version + 1 };
        return server.row;
      },
    }),
  };
  const { store, injector, kept } = storeWith(RegisterStore, server.played, [
    RowEdits,
    {
      provide: SessionService,
      useValue: { user: () => ({ id: 'u1' }), memberships: () => [] },
    },
  ]);
  injector.get(OpenOrganization).id.set('o1');
  await atRest();
  await store.reload();
  const notices = injector.get(Notices);
  return { server, store, kept, edits: injector.get(RowEdits), notices };
}

const shown = ({ store }: { readonly store: RegisterStore }): Standard => store.row(0) as Standard;
const fail = (status: number) => (): never => {
  throw failure(status);
};

describe('the register', () => {
  it('shows a change at once and sends two of one row after the other', async () => {
    const page = await opened();
    page.store.change(shown(page), { title: '检验' });
    expect(shown(page).title).toBe('检验');
    page.store.change(shown(page), { department: '质量部' });
    await atRest();
    expect(page.server.row).toMatchObject({ title: '检验', department: '质量部' });
    expect(page.store.state()).toBe('saved');
    expect(page.kept.size).toBe(0);
  });

  it.each([0, 429, 500, 503])('keeps what was typed on the screen after %d', async (status) => {
    const page = await opened(fail(status));
    page.store.change(shown(page), { title: '检验' });
    await atRest();
    expect(shown(page).title).toBe('检验');
    expect(page.store.state()).toBe('offline');
    expect(page.kept.size).toBe(1);
    // Also what pauses because the server stumbled over it.
    globalThis.dispatchEvent(new Event('online'));
    await atRest();
    expect(page.server.row.title).toBe('检验');
    expect(page.store.state()).toBe('saved');
  });

  it('brings changes of different fields by two people together', async () => {
    const page = await opened();
    page.server.row = standard({ version: 2, department: '技术部' });
    page.store.change(shown(page), { title: '检验' });
    await atRest();
    expect(page.server.row).toMatchObject({ title: '检验', department: '技术部' });
    expect(shown(page)).toMatchObject({ title: '检验', department: '技术部' });
  });

  it('keeps both values of one field in reach', async () => {
    const page = await opened();
    page.server.row = standard({ version: 2, title: '别人的' });
    page.store.change(shown(page), { title: '我的' });
    await atRest();
    expect(shown(page).title).toBe('别人的');
    const [notice] = page.notices.all();
    notice?.action?.run();
    await page.edits.flush();
    expect(page.server.row.title).toBe('我的');
  });

  it('tells the form what was refused and sends what waited before it', async () => {
    const page = await opened(fail(0));
    const refusals: string[] = [];
    page.store.change(shown(page), { department: '质量部' });
    await atRest();
    page.store.change(shown(page), { title: '' }, ({ fields }) =>
      refusals.push(...fields.map(({ message }) => message)),
    );
    await atRest();
    expect(refusals).toEqual(['wrong']);
    expect(page.server.row).toMatchObject({ title: '检验规程', department: '质量部' });
  });

  it('keeps everything else of a row whose number somebody has already, and offers the number again', async () => {
    const taken = new Problem('standard_exists', 409, '已有', '');
    const isTaken = (body: Readonly<Record<string, unknown>> | undefined): boolean =>
      body?.['number'] === 'Q/A 2' && body['addsNevertheless'] !== true;
    const page = await opened(fail(0), fail(0), fail(0));
    page.server.played.answers['PATCH /standards/{id}'] = ({ ifMatch, body }: Asked) => {
      if (isTaken(body)) throw taken;
      if (ifMatch !== page.server.row.version) throw conflictWith(page.server.row);
      page.server.row = { ...page.server.row, ...body, version: page.server.row.version + 1 };
      return page.server.row;
    };
    page.store.change(shown(page), { title: '检验' });
    page.store.change(shown(page), { number: 'Q/A 2' });
    page.store.change(shown(page), { department: '质量部' });
    await atRest();
    await page.edits.flush();
    await atRest();
    expect(page.server.row).toMatchObject({ title: '检验', department: '质量部', number: 'Q/A 1' });
    page.notices.all().at(-1)?.action?.run();
    await atRest();
    expect(page.server.row.number).toBe('Q/A 2');
  });
});
