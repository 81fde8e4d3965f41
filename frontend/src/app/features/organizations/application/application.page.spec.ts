import '@angular/compiler';
import { signal } from '@angular/core';
import type { ApplicationDto } from '../../../core/api/generated/openapi';
import { Notices } from '../../../core/errors/notices';
import { CurrentOrganization } from '../../../core/session/current-organization';
import { SessionService } from '../../../core/session/session.service';
import { type Asked, PlayedServer, atRest, failure, storeWith } from '../../../testing/store-with';
import { ApplicationPage } from './application.page';

const stored = (name: string, version = 1) =>
  ({ name, version, creditCode: null, state: 'refused', kind: 'consultancy' }) as ApplicationDto;

/** The page with what its template uses; what is asked for organization a waits where it is told to. */
function opened() {
  const open = signal('a');
  let go: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => (go = resolve));
  const later =
    (answer: (asked: Asked) => unknown) =>
    async (asked: Asked): Promise<unknown> => {
      await gate;
      return answer(asked);
    };
  const played = new PlayedServer({
    'GET /application': () => stored(open()),
    'PUT /application': ({ body, ifMatch = 0 }) => stored(String(body?.['name']), ifMatch + 1),
    'POST /application/submissions': ({ ifMatch = 0 }) => stored('handed in', ifMatch + 1),
  });
  const organization = { id: open, can: () => true, membership: () => ({ state: 'refused' }) };
  const { store: page } = storeWith(ApplicationPage, played, [
    { provide: CurrentOrganization, useValue: organization },
    { provide: SessionService, useValue: { reload: async () => undefined } },
    { provide: Notices, useValue: { done: () => undefined } },
  ]);
  const seen = page as unknown as {
    readonly application: () => ApplicationDto | null;
    readonly problem: () => unknown;
    readonly name: { (): string; set(name: string): void };
    save(event: Event): Promise<void>;
    handIn(): Promise<void>;
  };
  return { open, go: () => go(), later, played, seen };
}

describe('the application of an organization', () => {
  it('is that of the open one, though the answer for another comes later', async () => {
    const { open, go, later, played, seen } = opened();
    const { answers } = played;
    answers['GET /application'] = later(() => stored('a'));
    await atRest();
    open.set('b');
    answers['GET /application'] = () => stored('b');
    await atRest();
    go();
    await atRest();
    expect(seen.application()).toMatchObject({ name: 'b' });
  });

  it.each(['save', 'handIn'] as const)('hears no late answer of another: %s', async (what) => {
    const { open, go, later, played, seen } = opened();
    await atRest();
    seen.name.set('typed in a');
    played.answers['PUT /application'] = later(() => {
      throw failure(422);
    });
    const done = what === 'save' ? seen.save(new Event('submit')) : seen.handIn();
    open.set('b');
    await atRest();
    go();
    await done;
    expect(seen.application()).toMatchObject({ name: 'b' });
    expect([seen.name(), seen.problem()]).toEqual(['b', null]);
    expect(played.askedFor('POST /application/submissions')).toEqual([]);
  });

  it('is handed in with what is typed', async () => {
    const { played, seen } = opened();
    await atRest();
    seen.name.set(' 新名称 ');
    await seen.handIn();
    expect(played.askedFor('PUT /application')).toMatchObject([{ body: { name: '新名称' } }]);
    expect(played.askedFor('POST /application/submissions')).toMatchObject([{ ifMatch: 2 }]);
  });

  it('is handed in as it is where nothing is typed, and not where that is refused', async () => {
    const { played, seen } = opened();
    await atRest();
    played.answers['PUT /application'] = () => {
      throw failure(422);
    };
    await seen.handIn();
    seen.name.set('');
    await seen.handIn();
    expect(played.askedFor('PUT /application')).toHaveLength(1);
    expect(played.askedFor('POST /application/submissions')).toMatchObject([{ ifMatch: 1 }]);
  });
});
