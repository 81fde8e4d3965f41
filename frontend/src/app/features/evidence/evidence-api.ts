import { HttpClient, HttpEventType } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { type Observable, filter, firstValueFrom, map } from 'rxjs';
import { CurrentOrganization } from '../../core/session/current-organization';
import type { EvidenceState } from '@liangxing/contracts';
import type {
  Evidence,
  EvidenceChange,
  EvidenceLibrary,
  EvidenceLink,
  EvidenceUsage,
} from './evidence';

/** An upload on its way (`percent`) or done (`evidence`). */
export type UploadStep =
  | { readonly percent: number; readonly evidence?: undefined }
  | { readonly percent: 100; readonly evidence: Evidence };

/** The server's side of proofs. Failures are `Problem`s. */
@Injectable({ providedIn: 'root' })
export class EvidenceApi {
  private readonly http = inject(HttpClient);
  private readonly organization = inject(CurrentOrganization);

  /** Proofs of one item, standard or action. */
  list(link: EvidenceLink): Promise<Evidence[]> {
    return firstValueFrom(this.http.get<Evidence[]>(this.url(), { params: { ...link } }));
  }

  /** What the files of the enterprise take of what they may take. */
  usage(): Promise<EvidenceUsage> {
    return firstValueFrom(this.http.get<EvidenceUsage>(`${this.url()}/usage`));
  }

  /** Everything there is, newest first, with the counts of every state under the same search. */
  library(
    filter: { readonly q: string; readonly state: EvidenceState },
    offset: number,
    limit: number,
  ): Promise<EvidenceLibrary> {
    const q = filter.q.trim();
    const params = { ...(q ? { q } : {}), state: filter.state, offset, limit };
    const url = `${this.organization.api()}/evidence-library`;
    return firstValueFrom(this.http.get<EvidenceLibrary>(url, { params }));
  }

  change(
    { id, version }: Pick<Evidence, 'id' | 'version'>,
    change: EvidenceChange,
  ): Promise<Evidence> {
    const headers = { 'If-Match': `"${version}"` };
    return firstValueFrom(this.http.patch<Evidence>(`${this.url()}/${id}`, change, { headers }));
  }

  remove({ id, version }: Evidence): Promise<unknown> {
    const headers = { 'If-Match': `"${version}"` };
    return firstValueFrom(this.http.delete(`${this.url()}/${id}`, { headers }));
  }

  /**
   * @param link what it serves; null: nothing yet
   * @param isSecondCopy store it also where the library has the very same file
   */
  upload(file: File, link: EvidenceLink | null, isSecondCopy = false): Observable<UploadStep> {
    // Fields go before the file: the server reads the stream once, in order.
    const form = new FormData();
    for (const [name, value] of Object.entries(link ?? {})) form.append(name, value as string);
    if (isSecondCopy) form.append('again', 'true');
    form.append('file', file, file.name);
    return this.send(this.url(), form);
  }

  revise(id: string, file: File): Observable<UploadStep> {
    const form = new FormData();
    form.append('file', file, file.name);
    return this.send(`${this.url()}/${id}/revisions`, form);
  }

  link(id: string, link: EvidenceLink): Promise<Evidence> {
    return firstValueFrom(this.http.put<Evidence>(`${this.url()}/${id}/links`, link));
  }

  unlink(id: string, link: EvidenceLink): Promise<Evidence> {
    return firstValueFrom(this.http.delete<Evidence>(`${this.url()}/${id}/links`, { body: link }));
  }

  contentUrl(id: string, revision: number): string {
    return `${this.url()}/${id}/revisions/${revision}/content`;
  }

  private url(): string {
    return `${this.organization.api()}/evidence`;
  }

  private send(url: string, form: FormData): Observable<UploadStep> {
    return this.http.post<Evidence>(url, form, { observe: 'events', reportProgress: true }).pipe(
      map((event): UploadStep | null => {
        if (event.type === HttpEventType.UploadProgress) {
          return { percent: Math.floor((99 * event.loaded) / (event.total ?? event.loaded)) };
        }
        if (event.type === HttpEventType.Response && event.body) {
          return { percent: 100, evidence: event.body };
        }
        return null;
      }),
      filter((step) => step !== null),
    );
  }
}
