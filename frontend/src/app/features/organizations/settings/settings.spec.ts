import '@angular/compiler';
import { signal } from '@angular/core';
import { Router } from '@angular/router';
import { of } from 'rxjs';
import type { ApplicationDto, OrganizationExportDto } from '../../../core/api/generated/openapi';
import { Modal } from '../../../core/dialog/modal';
import { Notices } from '../../../core/errors/notices';
import { CurrentOrganization } from '../../../core/session/current-organization';
import { LeaveOrganization } from '../../../core/session/leave-organization';
import { SessionService } from '../../../core/session/session.service';
import { PlayedServer, atRest, failure, storeWith } from '../../../testing/store-with';
import { ExportEverything } from './export-everything';
import { SettingsPage } from './settings.page';

const standing = (state: string, version = 1) =>
  ({ name: '良方', state, version, since: '2026-03-01T00:00:00.000Z' }) as ApplicationDto;

/** The page; what its dialog answers is said by the test. */
function opened(typed: string | undefined) {
  const open = signal('a');
  const played = new PlayedServer({
    'GET /application': () => standing('open'),
    'POST /closing': ({ ifMatch = 0 }) => standing('closing', ifMatch + 1),
    'DELETE /closing': ({ ifMatch = 0 }) => standing('open', ifMatch + 1),
  });
  const { store: page } = storeWith(SettingsPage, played, [
    { provide: CurrentOrganization, useValue: { id: open, can: () => true } },
    { provide: SessionService, useValue: { reload: async () => undefined } },
    { provide: Notices, useValue: { done: () => undefined } },
    { provide: Modal, useValue: { open: () => ({ closed: of(typed) }) } },
    { provide: Router, useValue: {} },
    { provide: LeaveOrganization, useValue: {} },
  ]);
  const seen = page as unknown as {
    readonly standing: () => ApplicationDto | null;
    readonly until: () => string | null;
    readonly isClosable: () => boolean;
    readonly problem: () => unknown;
    close(): Promise<void>;
    restore(): Promise<void>;
  };
  return { open, played, seen };
}

describe('the settings of an organization', () => {
  it('close it with the name that was typed, and say until when it can be restored', async () => {
    const { played, seen } = opened('良方');
    await atRest();
    expect([seen.until(), seen.isClosable()]).toEqual([null, true]);
    await seen.close();
    expect(played.askedFor('POST /closing')).toMatchObject([
      { body: { name: '良方' }, ifMatch: 1 },
    ]);
    expect([seen.until(), seen.isClosable()]).toEqual(['2026-03-31T00:00:00.000Z', false]);
    await seen.restore();
    expect(played.askedFor('DELETE /closing')).toMatchObject([{ ifMatch: 2 }]);
    expect(seen.until()).toBeNull();
  });

  it('close nothing where the dialog was left', async () => {
    const { played, seen } = opened(undefined);
    await atRest();
    await seen.close();
    expect(played.askedFor('POST /closing')).toEqual([]);
  });

  it('say why it was refused, and hear no late answer of another organization', async () => {
    const { open, played, seen } = opened('良方');
    await atRest();
    played.answers['POST /closing'] = () => {
      throw failure(409);
    };
    await seen.close();
    expect(seen.problem()).not.toBeNull();
    played.answers['POST /closing'] = () => {
      open.set('b');
      return standing('closing', 9);
    };
    await seen.close();
    await atRest();
    expect(seen.standing()).toMatchObject({ state: 'open' });
  });
});

describe('the export of everything', () => {
  it('is ordered once, and orders nothing more while it is made', async () => {
    const made = (state: string) => [{ id: '1', state, progress: 3 } as OrganizationExportDto];
    let listed: OrganizationExportDto[] = [];
    const played = new PlayedServer({
      'GET /exports': () => listed,
      'POST /exports': () => (listed = made('queued'))[0],
    });
    const { store } = storeWith(ExportEverything, played, [
      { provide: CurrentOrganization, useValue: { id: signal('a') } },
    ]);
    const seen = store as unknown as {
      readonly underway: () => boolean;
      order(): Promise<void>;
    };
    await atRest();
    expect(seen.underway()).toBe(false);
    await Promise.all([seen.order(), seen.order()]);
    expect(played.askedFor('POST /exports')).toHaveLength(1);
    expect(seen.underway()).toBe(true);
  });
});
