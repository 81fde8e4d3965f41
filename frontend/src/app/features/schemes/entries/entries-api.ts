import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { SchemeEntryVerb } from '@liangxing/contracts';
import {
  type EntryContent,
  READINESS_OF_ENTRY,
  type Scheme,
  type SecondReading,
} from '@liangxing/scheme';
import { type Observable, firstValueFrom } from 'rxjs';
import { CurrentOrganization } from '../../../core/session/current-organization';
import type { Entry, EntryProblem, EntrySummary } from './entry';

const seen = (version: number) => ({ headers: { 'If-Match': `"${version}"` } });

/** The server's side of tables that are entered from paper. */
@Injectable({ providedIn: 'root' })
export class EntriesApi {
  private readonly http = inject(HttpClient);
  private readonly organization = inject(CurrentOrganization);

  list(): Promise<readonly EntrySummary[]> {
    return firstValueFrom(this.http.get<readonly EntrySummary[]>(this.url()));
  }

  start(): Promise<Entry> {
    return firstValueFrom(this.http.post<Entry>(this.url(), {}));
  }

  startFrom(file: File, headers: Readonly<Record<string, string>>): Observable<Entry> {
    const form = new FormData();
    form.append('file', file, file.name);
    return this.http.post<Entry>(`${this.url()}/workbooks`, form, { headers });
  }

  get(id: string): Promise<Entry> {
    return firstValueFrom(this.http.get<Entry>(`${this.url()}/${id}`));
  }

  problems(id: string): Promise<readonly EntryProblem[]> {
    return firstValueFrom(this.http.get<readonly EntryProblem[]>(`${this.url()}/${id}/problems`));
  }

  /** Writes one entry of the enterprise that is open now, whichever is opened later. */
  writerOf(id: string) {
    const url = `${this.url()}/${id}/content`;
    return (content: EntryContent, version: number): Promise<Entry> =>
      firstValueFrom(this.http.put<Entry>(url, content, seen(version)));
  }

  join({ id }: EntrySummary): Promise<Entry> {
    return firstValueFrom(this.http.post<Entry>(`${this.url()}/${id}/editors`, {}));
  }

  move({ id, version }: EntrySummary, move: SchemeEntryVerb): Promise<Entry> {
    const url = `${this.url()}/${id}/moves`;
    return firstValueFrom(this.http.post<Entry>(url, { move }, seen(version)));
  }

  check({ id, version }: EntrySummary, reading: SecondReading): Promise<Entry> {
    const url = `${this.url()}/${id}/checks`;
    return firstValueFrom(this.http.post<Entry>(url, reading, seen(version)));
  }

  /** The readiness scheme whose answers an entered table may take over. */
  async readiness(): Promise<Scheme> {
    const listed = await firstValueFrom(
      this.http.get<readonly { id: string; version: string }[]>('/api/schemes'),
    );
    const { version } = listed.find(({ id }) => id === READINESS_OF_ENTRY) ?? { version: '' };
    const url = `/api/schemes/${READINESS_OF_ENTRY}/versions/${version}`;
    return firstValueFrom(this.http.get<Scheme>(url));
  }

  private url(): string {
    return `${this.organization.api()}/scheme-entries`;
  }
}
