import { type HttpInterceptorFn, HttpResponse } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { Subject, filter, tap } from 'rxjs';
import { changedEnterprise } from './changed-enterprise';

/** Says which enterprise's data were just changed by this page; the frame's figures follow it. */
@Injectable({ providedIn: 'root' })
export class StoredChanges {
  private readonly changed = new Subject<string>();

  /** Every change of this enterprise that the server has taken. */
  of(organizationId: () => string) {
    return this.changed.pipe(filter((id) => id === organizationId()));
  }

  tell(organizationId: string): void {
    this.changed.next(organizationId);
  }
}

/** Whatever is written through any store of any page is told, so that no store has to think of it. */
export const tellOfChanges: HttpInterceptorFn = (request, next) => {
  const organizationId = changedEnterprise(request.method, request.url);
  if (organizationId === null) return next(request);
  const changes = inject(StoredChanges);
  return next(request).pipe(
    tap((event) => {
      if (event instanceof HttpResponse) changes.tell(organizationId);
    }),
  );
};
