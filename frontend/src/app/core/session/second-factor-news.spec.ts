import '@angular/compiler';
import { type HttpErrorResponse, HttpRequest } from '@angular/common/http';
import { Injector, runInInjectionContext } from '@angular/core';
import { Router } from '@angular/router';
import { lastValueFrom, throwError } from 'rxjs';
import { Problem } from '../errors/problem';
import { leadToSecondFactor } from './second-factor-news';
import { SessionService } from './session.service';

function openedAt(url: string) {
  const router = { url, navigate: jest.fn() };
  const session = { hearNews: jest.fn().mockResolvedValue(undefined) };
  const injector = Injector.create({
    providers: [
      { provide: Router, useValue: router },
      { provide: SessionService, useValue: session },
    ],
  });
  const refused = async (code: string) => {
    const error = new Problem(code, 403, '', '') as unknown as HttpErrorResponse;
    const answers = runInInjectionContext(injector, () =>
      leadToSecondFactor(new HttpRequest('GET', '/any'), () => throwError(() => error)),
    );
    await expect(lastValueFrom(answers)).rejects.toBe(error);
    await new Promise((resume) => setImmediate(resume));
  };
  return { router, session, refused };
}

describe('a request refused for want of a second factor', () => {
  it('leads to the account, which leads back to the page of the organization', async () => {
    const { router, session, refused } = openedAt('/o/5a3d/standards?search=GB');
    await refused('second_factor_required');
    expect(session.hearNews).toHaveBeenCalledTimes(1);
    expect(router.navigate.mock.calls).toEqual([
      [['/account'], { queryParams: { from: '/o/5a3d/standards?search=GB' } }],
    ]);
  });

  it('leads away, and back, from a page of no organization too', async () => {
    const { router, refused } = openedAt('/engagement-offer?token=t');
    await refused('second_factor_required');
    expect(router.navigate.mock.calls).toEqual([
      [['/account'], { queryParams: { from: '/engagement-offer?token=t' } }],
    ]);
  });

  it('leads away once: what comes after it from the same page finds another one', async () => {
    const { router, refused } = openedAt('/account?from=%2Fo%2F5a3d');
    await refused('second_factor_required');
    expect(router.navigate).not.toHaveBeenCalled();
  });

  it('is no other refusal', async () => {
    const { router, session, refused } = openedAt('/o/5a3d/standards');
    await refused('forbidden');
    expect([session.hearNews.mock.calls, router.navigate.mock.calls]).toEqual([[], []]);
  });
});
