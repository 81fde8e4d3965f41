import '@angular/compiler';
import { type HttpErrorResponse, HttpRequest } from '@angular/common/http';
import { runInInjectionContext } from '@angular/core';
import { lastValueFrom, throwError } from 'rxjs';
import { Problem } from '../errors/problem';
import { PlayedServer, atRest, storeWith } from '../../testing/store-with';
import { SessionService } from './session.service';
import { hearOfStanding } from './standing-news';

const at = 'GET /api/sessions/current';

function opened() {
  const played = new PlayedServer({ [at]: () => ({ user: null, memberships: [] }) });
  const { injector } = storeWith(SessionService, played);
  const refused = async (code: string) => {
    const error = new Problem(code, 403, '', '') as unknown as HttpErrorResponse;
    const answers = runInInjectionContext(injector, () =>
      hearOfStanding(new HttpRequest('GET', '/any'), () => throwError(() => error)),
    );
    await expect(lastValueFrom(answers)).rejects.toBe(error);
  };
  return { played, refused };
}

describe('requests refused because of how the organization stands', () => {
  it('ask once who one is, however many they are, and again for later ones', async () => {
    const { played, refused } = opened();
    await Promise.all([
      refused('organization_suspended'),
      refused('organization_suspended'),
      refused('organization_waiting'),
    ]);
    await atRest();
    expect(played.askedFor(at)).toHaveLength(1);
    await refused('organization_refused');
    await atRest();
    expect(played.askedFor(at)).toHaveLength(2);
  });

  it('are no others', async () => {
    const { played, refused } = opened();
    await refused('not_found');
    await atRest();
    expect(played.askedFor(at)).toEqual([]);
  });
});
