import '@angular/compiler';
import { signal } from '@angular/core';
import { Confirm } from '../../core/dialog/confirm';
import { Problem } from '../../core/errors/problem';
import { CurrentOrganization } from '../../core/session/current-organization';
import { SessionService } from '../../core/session/session.service';
import { atRest, PlayedServer, storeWith } from '../../testing/store-with';
import { ReasonForm, type ReasonedChoice } from './reason-form';

const PASS: ReasonedChoice = { id: 'pass', label: '', needsText: false };
const WITHDRAW: ReasonedChoice = { id: 'withdraw', label: '', needsText: true, asks: 'sure' };

interface Field {
  value: string;
}

function opened(send: () => Promise<void>, isSure = true) {
  const choices = signal<readonly ReasonedChoice[]>([PASS]);
  const hindrance = signal('');
  const { store, kept } = storeWith(ReasonForm, new PlayedServer({}), [
    { provide: Confirm, useValue: { isSure: () => Promise.resolve(isSure) } },
    { provide: CurrentOrganization, useValue: { id: () => 'o' } },
    { provide: SessionService, useValue: { user: () => ({ id: 'u' }) } },
  ]);
  const inputs = { place: () => 'case:1', testId: () => 'review', standing: () => '' };
  Object.assign(store, {
    ...inputs,
    choices,
    hindrance,
    named: () => '',
    lacking: () => () => '',
    send: () => send,
  });
  const form = store as unknown as {
    readonly typed: () => { readonly text: string } | null;
    readonly possible: () => readonly ReasonedChoice[];
    readonly problem: () => Problem | null;
    hear(event: { readonly target: { readonly name: string; readonly value: string } }): void;
    giveUp(): void;
    choose(choice: ReasonedChoice, field: Field): Promise<void>;
  };
  store.moved.subscribe(() => choices.set([]));
  const type = (value: string, name = '') => form.hear({ target: { name, value } });
  return { form, choices, hindrance, type, kept };
}

const refused = () => Promise.reject(new Problem('case_moved', 409, '', ''));

describe('a text and what can be done with it', () => {
  it('stays in sight where somebody else was first, until it is given up', async () => {
    const { form, type } = opened(refused);
    type('复核意见');
    await form.choose(PASS, { value: '复核意见' });
    expect([form.possible(), form.typed()?.text]).toEqual([[], '复核意见']);
    expect(form.problem()?.code).toBe('case_moved');
    form.giveUp();
    expect(form.typed()).toBeNull();
  });

  it('stays where the person may not do it any more', () => {
    const { form, type, hindrance } = opened(refused);
    type('复核意见');
    hindrance.set('certificates.hindrances.person_reviewed');
    expect([form.possible(), form.typed()?.text]).toEqual([[], '复核意见']);
  });

  it('counts what is changed in another field of the form', () => {
    const { form, choices, type } = opened(refused);
    type('新的范围', 'scope');
    choices.set([]);
    expect(form.typed()).toEqual({ text: '', fields: { scope: '新的范围' } });
  });

  it('is kept on this machine, and over once it was sent', async () => {
    const { form, type, kept } = opened(() => Promise.resolve());
    await atRest();
    type('复核意见');
    await atRest();
    expect([...kept.keys()]).toEqual(['form:u:o:case:1:review']);
    await form.choose(PASS, { value: '复核意见' });
    await atRest();
    expect([form.typed(), kept.size]).toEqual([null, 0]);
  });

  it.each([true, false])('asks before what cannot be taken back; sure: %s', async (isSure) => {
    let sent = 0;
    const { form } = opened(() => Promise.resolve(void (sent += 1)), isSure);
    await form.choose(WITHDRAW, { value: '提供虚假材料' });
    expect(sent).toBe(isSure ? 1 : 0);
  });
});
