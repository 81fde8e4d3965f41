import '@angular/compiler';
import { signal } from '@angular/core';
import { Problem } from '../../core/errors/problem';
import { PlayedServer, storeWith } from '../../testing/store-with';
import { ReasonForm, type ReasonedChoice } from './reason-form';

const PASS: ReasonedChoice = { id: 'pass', label: '', needsText: false };

function opened(send: () => Promise<void>) {
  const { store } = storeWith(ReasonForm, new PlayedServer({}));
  const choices = signal<readonly ReasonedChoice[]>([PASS]);
  Object.assign(store, { choices, send: () => send });
  const form = store as unknown as {
    readonly holdsText: { (): boolean; set(holds: boolean): void };
    readonly problem: () => Problem | null;
    choose(choice: ReasonedChoice, field: { value: string }): Promise<void>;
  };
  store.moved.subscribe(() => choices.set([]));
  form.holdsText.set(true);
  return { form, choices };
}

describe('a text and what can be done with it', () => {
  it('stays in sight where somebody else was first', async () => {
    const { form, choices } = opened(() => Promise.reject(new Problem('case_moved', 409, '', '')));
    const field = { value: '复核意见' };
    await form.choose(PASS, field);
    expect([choices(), form.holdsText(), field.value]).toEqual([[], true, '复核意见']);
    expect(form.problem()?.code).toBe('case_moved');
  });

  it('is over once it was sent', async () => {
    const { form } = opened(() => Promise.resolve());
    const field = { value: '复核意见' };
    await form.choose(PASS, field);
    expect([form.holdsText(), field.value]).toEqual([false, '']);
  });
});
