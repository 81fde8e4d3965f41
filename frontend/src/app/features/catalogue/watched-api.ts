import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { CurrentOrganization } from '../../core/session/current-organization';
import type { Finding, VerifiedStandards } from './currency';
import type { AddedWatched, Watched } from './watched';

/** The server's side of followed standards. Failures are `Problem`s. */
@Injectable({ providedIn: 'root' })
export class WatchedApi {
  private readonly http = inject(HttpClient);
  private readonly organization = inject(CurrentOrganization);

  list(): Promise<readonly Watched[]> {
    return firstValueFrom(this.http.get<Watched[]>(this.url()));
  }

  /** @param numbers one or several in a line, with titles or without */
  add(numbers: string): Promise<AddedWatched> {
    return firstValueFrom(this.http.post<AddedWatched>(this.url(), { numbers }));
  }

  markRead(shown: readonly Watched[]): Promise<{ readonly marked: number }> {
    const body = { shown: shown.map(({ id, stamp }) => ({ id, stamp })) };
    return firstValueFrom(this.http.post<{ marked: number }>(this.url('/read'), body));
  }

  verify(id: string, finding: Finding, evidenceId: string | null): Promise<VerifiedStandards> {
    const body = { ...finding, ...(evidenceId === null ? {} : { evidenceId }) };
    return firstValueFrom(
      this.http.post<VerifiedStandards>(this.url(`/${id}/verifications`), body),
    );
  }

  async remove(id: string): Promise<void> {
    await firstValueFrom(this.http.delete(this.url(`/${id}`)));
  }

  async restore(id: string): Promise<void> {
    await firstValueFrom(this.http.post(this.url(`/${id}/restore`), {}));
  }

  private url(more = ''): string {
    return `${this.organization.api()}/currency/watched${more}`;
  }
}
