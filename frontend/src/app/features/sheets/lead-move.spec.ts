import '@angular/compiler';
import { signal } from '@angular/core';
import type { CaseDetailDto } from '../../core/api/generated/openapi';
import { CaseStore } from '../../core/case/case-store';
import { CurrentOrganization } from '../../core/session/current-organization';
import { SessionService } from '../../core/session/session.service';
import { PlayedServer, storeWith } from '../../testing/store-with';
import { LeadMove } from './lead-move';

function opened(arrives: boolean, isPossible = true) {
  const played = new PlayedServer({ 'POST /cases/{id}/hand-over': () => ({}) });
  const found = signal({ id: 'c', version: 3, state: 'rectifying' } as CaseDetailDto);
  const cases = { id: () => 'c', found, state: () => found().state, read: () => Promise.resolve() };
  const { store } = storeWith(LeadMove, played, [
    { provide: CaseStore, useValue: cases },
    { provide: CurrentOrganization, useValue: { id: () => 'o' } },
    { provide: SessionService, useValue: { user: () => ({ id: 'u' }) } },
  ]);
  Object.assign(store, {
    move: () => 'hand-over',
    before: () => () => Promise.resolve(arrives),
    isPossible: () => isPossible,
  });
  const form = store as unknown as {
    readonly isUnsaved: () => boolean;
    send(event: Event): Promise<void>;
  };
  return { played, form };
}

describe('the hand-over of the lead', () => {
  it.each([
    [true, 1],
    [false, 0],
  ])('is sent only where the conclusion has arrived: %s', async (arrives, sent) => {
    const { played, form } = opened(arrives);
    await form.send(new Event('submit'));
    expect(played.askedFor('POST /cases/{id}/hand-over')).toHaveLength(sent);
    expect(form.isUnsaved()).toBe(!arrives);
  });

  it('is not sent where the case has moved on', async () => {
    const { played, form } = opened(true, false);
    await form.send(new Event('submit'));
    expect(played.askedFor('POST /cases/{id}/hand-over')).toHaveLength(0);
  });
});
