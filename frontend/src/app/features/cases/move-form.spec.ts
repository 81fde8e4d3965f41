import '@angular/compiler';
import { signal } from '@angular/core';
import type { CaseState } from '@liangxing/contracts';
import type { CaseDetailDto } from '../../core/api/generated/openapi';
import { Confirm } from '../../core/dialog/confirm';
import { Problem } from '../../core/errors/problem';
import { CurrentOrganization } from '../../core/session/current-organization';
import { SessionService } from '../../core/session/session.service';
import { PlayedServer, storeWith } from '../../testing/store-with';
import { type CaseStep, MoveForm } from './move-form';
import type { TitledRow } from './titled-rows';

function opened(step: CaseStep, begun: CaseState = 'checking', sure = true) {
  const played = new PlayedServer({
    'POST /cases/{id}/moves': () => ({}),
    'POST /cases/{id}/questions': () => ({}),
  });
  const { store } = storeWith(MoveForm, played, [
    { provide: Confirm, useValue: { isSure: () => Promise.resolve(sure) } },
    { provide: CurrentOrganization, useValue: { id: () => 'o' } },
    { provide: SessionService, useValue: { user: () => ({ id: 'u' }) } },
  ]);
  const state = signal(begun);
  const found = (): CaseDetailDto => ({ id: 'c', version: 3, state: state() }) as CaseDetailDto;
  Object.assign(store, { found, step: () => step });
  const form = store as unknown as {
    readonly lacks: () => string | null;
    readonly isPossible: () => boolean;
    readonly problem: () => Problem | null;
    readonly missing: { set(rows: readonly TitledRow[]): void };
    readonly text: { (): string; set(text: string): void };
    send(event: Event): Promise<void>;
  };
  let sent = 0;
  store.sent.subscribe(() => (sent += 1));
  store.moved.subscribe(() => state.set('withdrawn'));
  const send = (text = '') => {
    form.text.set(text);
    return form.send(new Event('submit'));
  };
  return { played, form, send, sent: () => sent };
}

describe('a step of a registrar', () => {
  it.each([
    ['ask', [], 'questionFirst'],
    ['reject', [], 'reasonFirst'],
    ['request_correction', [{ title: '', note: '' }], 'missingFirst'],
    ['request_correction', [{ title: ' ', note: '请盖章' }], 'fillTitles'],
    ['request_correction', [{ title: '执照', note: '' }], null],
    ['accept', [], null],
  ] as const)('says what it lacks: %s %j', async (step, missing, lacks) => {
    const { form, send, sent } = opened(step);
    form.missing.set(missing);
    await send(' ');
    expect([form.lacks(), sent()]).toEqual([lacks, lacks === null ? 1 : 0]);
  });

  it.each([true, false])('is asked about before a case is rejected; sure: %s', async (sure) => {
    const { played, form, send } = opened('reject', 'checking', sure);
    await send('材料不实');
    expect(played.askedFor('POST /cases/{id}/moves')).toHaveLength(sure ? 1 : 0);
    expect(form.text()).toBe(sure ? '' : '材料不实');
  });

  it('is told to be impossible where the case has moved on, and is not sent again', async () => {
    const { played, form, send, sent } = opened('accept');
    played.answers['POST /cases/{id}/moves'] = () => {
      throw new Problem('case_moved', 409, '', '');
    };
    expect(form.isPossible()).toBe(true);
    await send('受理');
    expect([form.isPossible(), form.problem()?.code]).toEqual([false, 'case_moved']);
    await send('受理');
    expect([played.askedFor('POST /cases/{id}/moves').length, sent()]).toEqual([1, 0]);
  });
});
