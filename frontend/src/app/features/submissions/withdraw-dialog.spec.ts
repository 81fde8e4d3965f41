import '@angular/compiler';
import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Notices } from '../../core/errors/notices';
import { Problem } from '../../core/errors/problem';
import { PlayedServer, failure, storeWith } from '../../testing/store-with';
import { WithdrawDialog } from './withdraw-dialog';

function opened() {
  let closed = 0;
  const played = new PlayedServer({
    'POST /submissions/{id}/withdrawal': () => ({}),
    'GET /submissions/{id}': () => ({ id: 's', state: 'rejected' }),
  });
  const { store } = storeWith(WithdrawDialog, played, [
    { provide: DIALOG_DATA, useValue: { id: 's', version: 3, state: 'checking' } },
    { provide: DialogRef, useValue: { close: () => (closed += 1) } },
    { provide: Notices, useValue: { done: () => undefined } },
  ]);
  const dialog = store as unknown as {
    readonly submission: () => { readonly state: string };
    readonly isPossible: () => boolean;
    readonly problem: () => Problem | null;
    send(event: Event, text: string): Promise<void>;
  };
  const send = () => dialog.send(new Event('submit'), '材料有误');
  return { played, dialog, send, closed: () => closed };
}

describe('withdrawing an application', () => {
  it('closes once it is sent, with its reason, and sends once', async () => {
    const { played, send, closed } = opened();
    await Promise.all([send(), send()]);
    expect(played.askedFor('POST /submissions/{id}/withdrawal')).toMatchObject([
      { id: 's', ifMatch: 3, body: { text: '材料有误' } },
    ]);
    expect(closed()).toBe(1);
  });

  it('stays open where it was not sent, and says why', async () => {
    const { played, dialog, send, closed } = opened();
    played.answers['POST /submissions/{id}/withdrawal'] = () => {
      throw failure(0);
    };
    await send();
    expect([closed(), dialog.problem()?.isOffline, dialog.isPossible()]).toEqual([0, true, true]);
  });

  it('names the state of one that has moved on, and offers no more what is not possible', async () => {
    const { played, dialog, send, closed } = opened();
    played.answers['POST /submissions/{id}/withdrawal'] = () => {
      throw new Problem('case_moved', 409, '', '');
    };
    await send();
    expect([closed(), dialog.submission().state, dialog.isPossible()]).toEqual([
      0,
      'rejected',
      false,
    ]);
  });
});
