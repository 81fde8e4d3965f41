import '@angular/compiler';
import { signal } from '@angular/core';
import type { PlanPageDto } from '../../core/api/generated/openapi';
import { CurrentOrganization } from '../../core/session/current-organization';
import { SessionService } from '../../core/session/session.service';
import { PlayedServer, atRest, conflictWith, storeWith } from '../../testing/store-with';
import { PlanStore } from './plan-store';

const line = (from: string, to: string, assessors: readonly string[], department = '品管部') => ({
  ...{ kind: 'evaluation' as const, day: '2027-01-04', from, to, department },
  ...{ content: '现场评价', assessors: [...assessors] },
});
const CONTENT: PlanPageDto['content'] = {
  ...{ purpose: '评价', scope: '', basis: '', method: '', sampling: '' },
  ...{ from: '2027-01-04', to: '2027-01-05' },
  agenda: [line('13:30', '14:30', ['b']), line('09:30', '10:30', ['a', 'b'])],
};
const member = (userId: string, role: 'lead' | 'assessor') => ({
  ...{ userId, name: `姓名${userId}`, role, addedAt: '', addedByName: '' },
  ...{ declaration: null, conflicts: [], isMember: true },
});

async function opened(version = 1) {
  const page: PlanPageDto = {
    ...{ version, content: CONTENT, departments: ['品管部', '技术部'] },
    team: [member('a', 'lead'), member('b', 'assessor')],
    ...{ formerTeam: [], candidates: [], meetings: [] },
    loads: [
      {
        ...{ userId: 'b', caseId: 'x', caseNumber: '2026-0002', enterpriseName: '乙公司' },
        ...{ state: 'planned', role: 'lead', days: ['2027-01-04', '2027-02-01'] },
      },
    ],
  };
  const played = new PlayedServer({
    'GET /cases/{id}/plan': () => page,
    'PUT /cases/{id}/plan': ({ ifMatch = 0, body }) => ({ version: ifMatch + 1, content: body }),
  });
  const { store } = storeWith(PlanStore, played, [
    { provide: CurrentOrganization, useValue: { id: signal('o'), can: () => true } },
    { provide: SessionService, useValue: { user: () => ({ id: 'u' }) } },
  ]);
  await store.open('c');
  await atRest();
  return { store, played };
}

describe('the plan of a case', () => {
  it('is shown as it would be sent: in order of time, people by their names', async () => {
    const { store } = await opened();
    expect(store.preview()?.agenda).toMatchObject([
      { from: '09:30', assessors: ['姓名a', '姓名b'] },
      { from: '13:30', assessors: ['姓名b'] },
    ]);
  });

  it('is saved upon the version that was read, and upon each one after it', async () => {
    const { store, played } = await opened();
    store.change({ method: '查阅' });
    expect(await store.saveAll()).toBe(true);
    store.change({ scope: '全部' });
    expect(await store.saveAll()).toBe(true);
    expect(played.askedFor('PUT /cases/{id}/plan')).toMatchObject([
      { ifMatch: 1, body: { method: '查阅' } },
      { ifMatch: 2, body: { method: '查阅', scope: '全部' } },
    ]);
  });

  it('that nobody has touched is kept before it is sent', async () => {
    const { store, played } = await opened(0);
    expect(await store.saveAll()).toBe(true);
    expect(played.askedFor('PUT /cases/{id}/plan')).toMatchObject([{ ifMatch: 0 }]);
    expect(store.version()).toBe(1);
  });

  it('keeps what is typed beside what somebody else has saved, until one is chosen', async () => {
    const { store, played } = await opened();
    played.answers['PUT /cases/{id}/plan'] = () => {
      throw conflictWith({ version: 5, content: { ...CONTENT, method: '他人的' } });
    };
    store.change({ method: '我的' });
    expect(await store.saveAll()).toBe(false);
    expect([store.draft()?.method, store.theirs()?.method]).toEqual(['我的', '他人的']);
  });

  it('marks lines at which somebody would be twice, and departments that nobody looks at', async () => {
    const { store } = await opened();
    expect([...store.clashing()]).toEqual([]);
    store.change({ agenda: [...CONTENT.agenda, line('14:00', '15:00', ['b'], '技术部')] });
    expect([...store.clashing()]).toEqual([0, 2]);
    expect(store.unlooked()).toEqual([]);
    store.change({ agenda: CONTENT.agenda });
    expect(store.unlooked()).toEqual(['技术部']);
  });

  it('names other cases that ask for somebody on one of its days', async () => {
    const { store } = await opened();
    expect(store.busyElsewhere('b')).toMatchObject([
      { caseNumber: '2026-0002', days: ['2027-01-04'] },
    ]);
    expect(store.busyElsewhere('a')).toEqual([]);
  });
});
