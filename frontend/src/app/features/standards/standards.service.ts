import { HttpClient, HttpParams } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { CurrentOrganization } from '../../core/session/current-organization';
import type { Standard, StandardChange, StandardPage, StandardQuery } from './standard';

/** The enterprise's register of standards. Every failure is a `Problem`. */
@Injectable({ providedIn: 'root' })
export class StandardsService {
  private readonly http = inject(HttpClient);
  private readonly organization = inject(CurrentOrganization);

  list(query: StandardQuery, offset: number, limit: number): Promise<StandardPage> {
    let params = new HttpParams().set('offset', offset).set('limit', limit);
    for (const [name, value] of Object.entries(query) as [string, string][]) {
      if (value.trim() !== '') params = params.set(name, value.trim());
    }
    return firstValueFrom(this.http.get<StandardPage>(this.url(), { params }));
  }

  add(standard: StandardChange): Promise<Standard> {
    return firstValueFrom(this.http.post<Standard>(this.url(), standard));
  }

  /** @throws Problem version_conflict with the stored row in `current` */
  change(id: string, version: number, change: StandardChange): Promise<Standard> {
    return this.changer()(id, version, change);
  }

  /** `change` for the enterprise of this moment, whichever is opened later. */
  changer(): (id: string, version: number, change: StandardChange) => Promise<Standard> {
    const url = this.url();
    return (id, version, change) => {
      const headers = { 'If-Match': `"${version}"` };
      return firstValueFrom(this.http.patch<Standard>(`${url}/${id}`, change, { headers }));
    };
  }

  async remove(ids: readonly string[]): Promise<void> {
    await firstValueFrom(this.http.post(`${this.url()}/bulk-delete`, { ids }));
  }

  exportUrl(format: 'xlsx' | 'csv'): string {
    return `${this.url()}/export?format=${format}`;
  }

  private url(): string {
    return `${this.organization.api()}/standards`;
  }
}
