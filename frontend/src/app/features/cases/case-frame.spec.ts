import '@angular/compiler';
import { signal } from '@angular/core';
import { ActivatedRoute, NavigationEnd, Router } from '@angular/router';
import type { CaseState, OrganizationPermission } from '@liangxing/contracts';
import { Subject } from 'rxjs';
import type { CaseDetailDto } from '../../core/api/generated/openapi';
import { CaseStore } from '../../core/case/case-store';
import { ScreenSubject } from '../../core/i18n/screen-subject';
import { CurrentOrganization } from '../../core/session/current-organization';
import { atRest, PlayedServer, storeWith } from '../../testing/store-with';
import { CaseFrame } from './case-frame';

async function opened(state: CaseState, may: readonly OrganizationPermission[] = []) {
  const found = signal({ number: '2026-001', enterpriseName: '甲公司', state, letters: [] });
  const route = { firstChild: { snapshot: { data: { casePage: 'materials' } } } };
  const events = new Subject<unknown>();
  const cases = {
    ...{ found: () => found() as unknown as CaseDetailDto, state: () => found().state },
    open: () => Promise.resolve(),
  };
  const organization = {
    ...{ id: () => 'o', can: (permission: OrganizationPermission) => may.includes(permission) },
  };
  const { store, injector } = storeWith(CaseFrame, new PlayedServer({}), [
    { provide: CaseStore, useValue: cases },
    { provide: ActivatedRoute, useValue: route },
    { provide: Router, useValue: { events } },
    { provide: CurrentOrganization, useValue: organization },
  ]);
  Object.assign(store, { id: () => 'c' });
  const frame = store as unknown as {
    readonly page: () => string;
    readonly unreached: () => string | null;
    readonly isMine: () => boolean;
    readonly pages: () => readonly { readonly name: string; readonly standing: string }[];
  };
  const goTo = (casePage: string): void => {
    route.firstChild.snapshot.data.casePage = casePage;
    events.next(new NavigationEnd(1, '', ''));
  };
  await atRest();
  return { frame, found, goTo, subject: injector.get(ScreenSubject), injector };
}

describe('the frame of a case', () => {
  it('opens the page of the address where the case has come to it', async () => {
    const { frame, found, goTo } = await opened('accepted');
    expect([frame.page(), frame.unreached()]).toEqual(['materials', null]);
    goTo('sheet');
    expect([frame.page(), frame.unreached()]).toEqual(['sheet', 'ahead']);
    found.update((one) => ({ ...one, state: 'evaluating' }));
    expect(frame.unreached()).toBeNull();
  });

  it('says which pages are not begun', async () => {
    const { frame } = await opened('planned');
    const ahead = frame.pages().filter(({ standing }) => standing === 'ahead');
    expect(ahead.map(({ name }) => name)).toEqual(['sheet', 'findings', 'conclusion']);
  });

  it.each([
    ['reviewing', 'cases:review', true],
    ['reviewing', 'cases:decide', false],
    ['correcting', 'cases:register', false],
  ] as const)('tells whose the next step is: %s, %s → %s', async (state, permission, isMine) => {
    const { frame } = await opened(state, [permission]);
    expect(frame.isMine()).toBe(isMine);
  });

  it('names the case in the title, and nothing once it is left', async () => {
    const { subject, injector } = await opened('accepted');
    expect(subject.name()).toBe('2026-001 甲公司');
    injector.destroy();
    expect(subject.name()).toBe('');
  });
});
