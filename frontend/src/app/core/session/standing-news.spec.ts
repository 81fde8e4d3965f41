import '@angular/compiler';
import { type HttpErrorResponse, HttpRequest } from '@angular/common/http';
import { Injector, runInInjectionContext } from '@angular/core';
import { lastValueFrom, throwError } from 'rxjs';
import { Api } from '../api/api';
import { Reauthentication } from '../api/reauthentication';
import { Problem } from '../errors/problem';
import { LanguageService } from '../i18n/language.service';
import { SessionService } from './session.service';
import { hearOfStanding } from './standing-news';

function opened() {
  const get = jest.fn().mockResolvedValue({ user: null, memberships: [], entries: [] });
  const injector = Injector.create({
    providers: [
      { provide: Api, useValue: { get } },
      { provide: LanguageService, useValue: { use: () => undefined } },
      { provide: Reauthentication, useValue: {} },
      { provide: SessionService },
    ],
  });
  const refused = async (code: string) => {
    const error = new Problem(code, 403, '', '') as unknown as HttpErrorResponse;
    const answers = runInInjectionContext(injector, () =>
      hearOfStanding(new HttpRequest('GET', '/any'), () => throwError(() => error)),
    );
    await expect(lastValueFrom(answers)).rejects.toBe(error);
  };
  return { get, refused };
}

const atRest = () => new Promise((resume) => setImmediate(resume));

describe('requests refused because of how the organization stands', () => {
  it('ask once who one is, however many they are, and again for later ones', async () => {
    const { get, refused } = opened();
    await Promise.all([
      refused('organization_suspended'),
      refused('organization_suspended'),
      refused('organization_waiting'),
      refused('organization_closing'),
    ]);
    await atRest();
    expect(get.mock.calls.map(([at]) => String(at))).toEqual(['/api/sessions/current']);
    await refused('organization_refused');
    await atRest();
    expect(get).toHaveBeenCalledTimes(2);
  });

  it('are no others', async () => {
    const { get, refused } = opened();
    await refused('not_found');
    await atRest();
    expect(get).not.toHaveBeenCalled();
  });
});
