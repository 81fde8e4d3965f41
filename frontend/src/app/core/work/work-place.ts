import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { type Observable, map } from 'rxjs';
import { CurrentOrganization } from '../session/current-organization';

/** The line in which files of the enterprise are read and made. */
@Injectable({ providedIn: 'root' })
export class WorkPlace {
  private readonly http = inject(HttpClient);
  private readonly organization = inject(CurrentOrganization);

  /** How many begin before an open request of that correlation id; null: nobody knows. Asks at each subscription. */
  of(correlationId: string): Observable<number | null> {
    const url = `${this.organization.api()}/work/${correlationId}`;
    return this.http.get<{ before: number | null }>(url).pipe(map(({ before }) => before));
  }
}
