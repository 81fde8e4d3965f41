import { Injectable, inject } from '@angular/core';
import { type Observable, map } from 'rxjs';
import { Api } from '../api/api';

/** The line in which files of the enterprise are read and made. */
@Injectable({ providedIn: 'root' })
export class WorkPlace {
  private readonly api = inject(Api);

  /** How many begin before an open request of that correlation id; null: nobody knows. Asks at each subscription. */
  of(correlationId: string): Observable<number | null> {
    return this.api
      .send('get', '/work/{correlationId}', { correlationId })
      .pipe(map(({ before }) => before));
  }
}
