import '@angular/compiler';
import { signal } from '@angular/core';
import type { SubmissionWithLettersDto } from '../../core/api/generated/openapi';
import { CurrentAssessment } from '../../core/assessment/current-assessment';
import { Modal } from '../../core/dialog/modal';
import { Notices } from '../../core/errors/notices';
import { Problem } from '../../core/errors/problem';
import { CurrentOrganization } from '../../core/session/current-organization';
import { PlayedServer, atRest, failure, storeWith } from '../../testing/store-with';
import { SubmissionPage } from './submission.page';

const moved = new Problem('case_moved', 409, '', '');
const inState = (state: string, bodyName = 'a') =>
  ({ id: 's', state, bodyName, letters: [] }) as unknown as SubmissionWithLettersDto;

async function opened() {
  const open = signal('a');
  const said: string[] = [];
  const played = new PlayedServer({
    'GET /submissions/{id}': () => inState('checking', open()),
    'POST /submissions/{id}/answers': () => inState('checking', open()),
  });
  const { store } = storeWith(SubmissionPage, played, [
    { provide: CurrentOrganization, useValue: { id: open, can: () => true } },
    { provide: CurrentAssessment, useValue: { load: async () => null, all: () => [] } },
    { provide: Modal, useValue: {} },
    { provide: Notices, useValue: { done: (text: string) => said.push(text) } },
  ]);
  Object.assign(store, { id: () => 's' });
  const page = store as unknown as {
    readonly submission: () => SubmissionWithLettersDto | null;
    readonly problem: () => Problem | null;
    answer(event: Event, answers: number, text: string): Promise<void>;
    reload(): Promise<void>;
  };
  await atRest();
  return { open, played, page, said, answer: () => page.answer(new Event('submit'), 1, '两处') };
}

describe('the page of an application', () => {
  it('reads again what has moved on meanwhile, and says so', async () => {
    const { played, page, answer } = await opened();
    played.answers['POST /submissions/{id}/answers'] = () => {
      throw moved;
    };
    played.answers['GET /submissions/{id}'] = () => inState('rejected');
    await answer();
    expect(page.submission()?.state).toBe('rejected');
    expect(page.problem()).toBe(moved);
  });

  it('keeps what it shows while it is read again, so that no form goes', async () => {
    const { played, page } = await opened();
    const before = page.submission();
    const done = page.reload();
    expect(page.submission()).toBe(before);
    played.answers['GET /submissions/{id}'] = () => {
      throw failure(0);
    };
    await done;
    await page.reload();
    expect(page.submission()).not.toBeNull();
    expect(page.problem()?.isOffline).toBe(true);
  });

  it.each(['sent', 'refused'])('hears no late answer of another organization: %s', async (how) => {
    const { open, played, page, said, answer } = await opened();
    let go: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (go = resolve));
    played.answers['POST /submissions/{id}/answers'] = async () => {
      await gate;
      if (how === 'refused') throw moved;
      return inState('checking');
    };
    const done = answer();
    open.set('b');
    await atRest();
    go();
    await done;
    expect(page.submission()?.bodyName).toBe('b');
    expect([page.problem(), said]).toEqual([null, []]);
  });
});
