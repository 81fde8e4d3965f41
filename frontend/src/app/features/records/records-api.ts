import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { RecordFields, RecordKindId } from '@liangxing/contracts';
import { firstValueFrom, type Observable } from 'rxjs';
import { CurrentOrganization } from '../../core/session/current-organization';
import type {
  FileReadingChoices,
  ListRecord,
  RecordCount,
  RecordEvidence,
  RecordImport,
  RecordsPage,
} from './record';

export interface RecordFilter {
  readonly q: string;
  readonly year: number | null;
}

/** The server's side of the lists. Failures are read with `problemOf`. */
@Injectable({ providedIn: 'root' })
export class RecordsApi {
  private readonly http = inject(HttpClient);
  private readonly organization = inject(CurrentOrganization);

  counts(): Promise<RecordCount[]> {
    return firstValueFrom(this.http.get<RecordCount[]>(`${this.organization.api()}/record-counts`));
  }

  list(
    kind: RecordKindId,
    filter: RecordFilter,
    offset: number,
    limit: number,
  ): Promise<RecordsPage> {
    const params = { ...paramsOf(filter), offset, limit };
    return firstValueFrom(this.http.get<RecordsPage>(this.url(kind), { params }));
  }

  add(kind: RecordKindId, fields: RecordFields): Promise<ListRecord> {
    return firstValueFrom(this.http.post<ListRecord>(this.url(kind), { fields }));
  }

  change(
    kind: RecordKindId,
    id: string,
    version: number,
    fields: RecordFields,
  ): Promise<ListRecord> {
    const headers = { 'If-Match': `"${version}"` };
    const url = `${this.url(kind)}/${id}`;
    return firstValueFrom(this.http.put<ListRecord>(url, { fields }, { headers }));
  }

  remove(kind: RecordKindId, { id, version }: ListRecord): Promise<unknown> {
    const headers = { 'If-Match': `"${version}"` };
    return firstValueFrom(this.http.delete(`${this.url(kind)}/${id}`, { headers }));
  }

  prove(kind: RecordKindId, assessmentId: string, year: number | null): Promise<RecordEvidence> {
    const body = { assessmentId, ...(year === null ? {} : { year }) };
    return firstValueFrom(this.http.post<RecordEvidence>(`${this.url(kind)}/evidence`, body));
  }

  exportUrl(kind: RecordKindId, filter: RecordFilter): string {
    const query = new URLSearchParams(paramsOf(filter)).toString();
    return `${this.url(kind)}/export${query ? `?${query}` : ''}`;
  }

  upload(
    kind: RecordKindId,
    file: File,
    choices: FileReadingChoices,
    headers: Readonly<Record<string, string>>,
  ): Observable<RecordImport> {
    const form = new FormData();
    form.append('file', file, file.name);
    const params = Object.fromEntries(
      Object.entries(choices).filter(([, value]) => value !== false && value !== undefined),
    ) as Record<string, string | boolean>;
    return this.http.post<RecordImport>(`${this.url(kind)}/imports`, form, { headers, params });
  }

  commit(kind: RecordKindId, id: string): Promise<RecordImport> {
    const url = `${this.url(kind)}/imports/${id}/commit`;
    return firstValueFrom(this.http.post<RecordImport>(url, {}));
  }

  undo(kind: RecordKindId, id: string, keepChanged: boolean): Promise<RecordImport> {
    const url = `${this.url(kind)}/imports/${id}/undo`;
    return firstValueFrom(this.http.post<RecordImport>(url, { keepChanged }));
  }

  /** Numbers of the register that begin with or hold a text. */
  async standards(q: string): Promise<readonly { number: string; title: string }[]> {
    const params = { q, limit: 12 };
    const page = await firstValueFrom(
      this.http.get<{ rows: readonly { number: string; title: string }[] }>(
        `${this.organization.api()}/standards`,
        { params },
      ),
    );
    return page.rows.filter(({ number }) => number !== '');
  }

  private url(kind: RecordKindId): string {
    return `${this.organization.api()}/records/${kind}`;
  }
}

function paramsOf({ q, year }: RecordFilter): Record<string, string> {
  return {
    ...(q.trim() === '' ? {} : { q: q.trim() }),
    ...(year === null ? {} : { year: String(year) }),
  };
}
