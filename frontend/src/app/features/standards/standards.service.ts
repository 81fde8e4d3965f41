import { HttpClient, HttpParams } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { CurrentOrganization } from '../../core/session/current-organization';
import type {
  AlikeStandard,
  BinPage,
  RegisterFacets,
  Selection,
  SharedChange,
  Standard,
  StandardChange,
  StandardPage,
  StandardQuery,
} from './standard';

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

  one(id: string): Promise<Standard> {
    return firstValueFrom(this.http.get<Standard>(`${this.url()}/${id}`));
  }

  facets(): Promise<RegisterFacets> {
    return firstValueFrom(this.http.get<RegisterFacets>(`${this.url()}/facets`));
  }

  /** @param except the row that is written itself */
  alike(number: string, except: string): Promise<readonly AlikeStandard[]> {
    let params = new HttpParams().set('number', number);
    if (except !== '') params = params.set('except', except);
    return firstValueFrom(this.http.get<AlikeStandard[]>(`${this.url()}/alike`, { params }));
  }

  /** @throws Problem standard_exists with the row that is there in `current` */
  add(standard: StandardChange, addsNevertheless: boolean): Promise<Standard> {
    return firstValueFrom(this.http.post<Standard>(this.url(), { ...standard, addsNevertheless }));
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

  /** @throws Problem selection_changed where the filter finds another number by now */
  remove(selection: Selection): Promise<{ deleted: number; actId: string | null }> {
    return this.act('bulk-delete', selection);
  }

  /** @throws Problem selection_changed */
  editMany(
    selection: Selection,
    change: SharedChange,
  ): Promise<{ changed: number; actId: string | null }> {
    return this.act('bulk-edit', { ...selection, change });
  }

  /** @throws Problem not_found where it was taken back already */
  undo(actId: string): Promise<{ restored: number; kept: number }> {
    return this.act(`acts/${actId}/undo`, {});
  }

  bin(q: string, offset: number, limit: number): Promise<BinPage> {
    const params = new HttpParams().set('q', q).set('offset', offset).set('limit', limit);
    return firstValueFrom(this.http.get<BinPage>(`${this.url()}/bin`, { params }));
  }

  restore(ids: readonly string[]): Promise<{ restored: number }> {
    return this.act('bin/restore', { ids });
  }

  async emptyBin(): Promise<void> {
    await firstValueFrom(this.http.delete(`${this.url()}/bin`));
  }

  private act<Answer>(path: string, body: object): Promise<Answer> {
    return firstValueFrom(this.http.post<Answer>(`${this.url()}/${path}`, body));
  }

  exportUrl(format: 'xlsx' | 'csv'): string {
    return `${this.url()}/export?format=${format}`;
  }

  private url(): string {
    return `${this.organization.api()}/standards`;
  }
}
