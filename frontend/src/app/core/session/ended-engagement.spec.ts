import '@angular/compiler';
import { HttpRequest } from '@angular/common/http';
import { Injector, runInInjectionContext, signal } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { lastValueFrom, throwError } from 'rxjs';
import { OpenOrganization } from '../api/open-organization';
import { Problem } from '../errors/problem';
import { CurrentOrganization } from './current-organization';
import { hearOfEnd } from './ended-engagement';
import { SessionService } from './session.service';

/** A request in organization `a` that is refused, and what its caller hears. */
function refused(status: number, { isActing = true, ends = true, code = 'refused' } = {}) {
  const hasEnded = signal(false);
  const hearNews = jest.fn(async () => hasEnded.set(ends));
  const entry = isActing ? { organizationId: 'a', organizationName: '委托企业' } : undefined;
  const injector = Injector.create({
    providers: [
      { provide: OpenOrganization, useValue: { id: signal('a') } },
      { provide: CurrentOrganization, useValue: { id: () => 'a', entry: () => entry, hasEnded } },
      { provide: SessionService, useValue: { hearNews } },
      { provide: TranslocoService, useValue: { translate: (key: string) => key } },
    ],
  });
  const error = new Problem(code, status, '', '');
  const answers = runInInjectionContext(injector, () =>
    hearOfEnd(new HttpRequest('GET', '/api/organizations/a/standards'), () =>
      throwError(() => error),
    ),
  );
  return { hearNews, error, heard: lastValueFrom(answers).catch((thrown: unknown) => thrown) };
}

describe('a request that a client refuses', () => {
  it.each([403, 404])(
    'with %s fails of the end of the engagement, where it has ended',
    async (status) => {
      expect(await refused(status).heard).toMatchObject({ code: 'engagement_ended' });
    },
  );

  it('fails of what it was refused for, where the engagement goes on', async () => {
    const { heard, error, hearNews } = refused(404, { ends: false });
    expect(await heard).toBe(error);
    expect(hearNews).toHaveBeenCalledTimes(1);
  });

  it('of the consultancy itself, which is not open, is told as that', async () => {
    const { heard, error } = refused(403, { code: 'organization_suspended' });
    expect(await heard).toBe(error);
  });

  it.each([
    ['in the own organization', 404, false],
    ['for another reason', 409, true],
  ])('%s asks nobody', async (_, status, isActing) => {
    const { heard, error, hearNews } = refused(status, { isActing });
    expect(await heard).toBe(error);
    expect(hearNews).not.toHaveBeenCalled();
  });
});
