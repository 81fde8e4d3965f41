import '@angular/compiler';
import { signal } from '@angular/core';
import { Router } from '@angular/router';
import { Problem } from '../../core/errors/problem';
import { SessionService } from '../../core/session/session.service';
import { PlayedServer, storeWith } from '../../testing/store-with';
import { MailedOfferPage } from './mailed-offer.page';

const REFUSAL = 'POST /api/engagement-offers/{token}/refusal';

function opened() {
  const played = new PlayedServer({ [REFUSAL]: () => undefined });
  const { store } = storeWith(MailedOfferPage, played, [
    { provide: SessionService, useValue: { memberships: signal([]) } },
    { provide: Router, useValue: {} },
  ]);
  Object.assign(store, { token: () => 't' });
  const page = store as unknown as {
    readonly isDeclined: () => boolean;
    readonly problem: () => Problem | null;
    decline(): Promise<void>;
  };
  return { played, page };
}

describe('an offer that was mailed to somebody without an enterprise', () => {
  it('is declined, once', async () => {
    const { played, page } = opened();
    await Promise.all([page.decline(), page.decline()]);
    expect(played.askedFor(REFUSAL)).toMatchObject([{ token: 't' }]);
    expect(page.isDeclined()).toBe(true);
  });

  it('is not shown as declined where it waits no more', async () => {
    const { played, page } = opened();
    const over = new Problem('offer_invalid', 404, '', '');
    played.answers[REFUSAL] = () => {
      throw over;
    };
    await page.decline();
    expect([page.isDeclined(), page.problem()]).toEqual([false, over]);
  });
});
