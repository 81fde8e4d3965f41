import '@angular/compiler';
import type { CaseState } from '@liangxing/contracts';
import { CaseStore } from '../../core/case/case-store';
import { Confirm } from '../../core/dialog/confirm';
import type { Confirmation } from '../../core/dialog/confirm-dialog';
import { Notices } from '../../core/errors/notices';
import { SessionService } from '../../core/session/session.service';
import { PlayedServer, storeWith } from '../../testing/store-with';
import { PlanStore } from './plan-store';
import { TeamPart } from './team-part';

const ADD = 'POST /cases/{id}/team';
const REMOVE = 'DELETE /cases/{id}/team/{userId}';

function opened(state: CaseState, isSure = true) {
  const played = new PlayedServer({ [ADD]: () => ({}), [REMOVE]: () => ({}) });
  const asked: Confirmation[] = [];
  const confirm = {
    isSure: (question: Confirmation) => {
      asked.push(question);
      return Promise.resolve(isSure);
    },
  };
  const { store } = storeWith(TeamPart, played, [
    { provide: CaseStore, useValue: { id: () => 'c', read: () => Promise.resolve() } },
    { provide: PlanStore, useValue: { team: () => [], page: () => null, read: () => undefined } },
    { provide: Confirm, useValue: confirm },
    { provide: Notices, useValue: { done: () => undefined } },
    { provide: SessionService, useValue: { user: () => ({ id: 'u' }) } },
  ]);
  Object.assign(store, { state: () => state });
  const part = store as unknown as {
    readonly isUnchosen: () => boolean;
    add(event: Event, userId: string, role: string): Promise<void>;
    remove(member: { readonly userId: string; readonly name: string }): Promise<void>;
  };
  const remove = () => part.remove({ userId: 'p', name: '李评价' });
  return {
    part,
    played,
    asked,
    remove,
    add: (id: string) => part.add(new Event('submit'), id, 'lead'),
  };
}

describe('the team of a case', () => {
  it('says that nobody was chosen to be added', async () => {
    const { part, played, add } = opened('accepted');
    await add('');
    expect([part.isUnchosen(), played.askedFor(ADD)]).toEqual([true, []]);
    await add('p');
    expect(part.isUnchosen()).toBe(false);
    expect(played.askedFor(ADD)).toHaveLength(1);
  });

  it.each([true, false])('loses somebody only where that is sure: %s', async (isSure) => {
    const { played, remove } = opened('accepted', isSure);
    await remove();
    expect(played.askedFor(REMOVE)).toHaveLength(isSure ? 1 : 0);
  });

  it('is asked about the scores once the evaluation has begun', async () => {
    const { asked, remove } = opened('evaluating');
    await remove();
    expect(asked.map(({ text }) => text)).toEqual(['plans.takeOutSure.scoring']);
  });
});
