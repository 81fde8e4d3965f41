import { HttpClient, HttpParams } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { problemOf } from '../../core/errors/problem';
import { CurrentOrganization } from '../../core/session/current-organization';
import type {
  CataloguePage,
  CatalogueQuery,
  CurrencyQuery,
  CurrencyReport,
  CurrencyRow,
  Finding,
  LoggedReplacement,
  ReplacedStandards,
  VerifiedStandards,
} from './currency';
import { knownEvidence } from '../evidence/evidence';
import type { CatalogueFeedback } from './maintenance';

/** The server's side of currency checks and of the catalogue. Failures are `Problem`s. */
@Injectable({ providedIn: 'root' })
export class CurrencyApi {
  private readonly http = inject(HttpClient);
  private readonly organization = inject(CurrentOrganization);

  report(query: CurrencyQuery, offset: number, limit: number): Promise<CurrencyReport> {
    let params = new HttpParams().set('offset', offset).set('limit', limit);
    if (query.status !== '') params = params.set('status', query.status);
    if (query.q.trim() !== '') params = params.set('q', query.q.trim());
    return firstValueFrom(this.http.get<CurrencyReport>(this.url('currency'), { params }));
  }

  /** Notes the findings with the register; the same again changes nothing. */
  check(): Promise<{ readonly changes: number }> {
    return firstValueFrom(this.http.post<{ changes: number }>(this.url('currency/checks'), {}));
  }

  replace(row: CurrencyRow, identity: string): Promise<ReplacedStandards> {
    const body = { standardId: row.id, version: row.version, identity };
    return firstValueFrom(
      this.http.post<ReplacedStandards>(this.url('currency/replacements'), body),
    );
  }

  replaceAll(): Promise<ReplacedStandards> {
    return firstValueFrom(
      this.http.post<ReplacedStandards>(this.url('currency/replacements/all'), {}),
    );
  }

  verify(
    rows: readonly CurrencyRow[],
    finding: Finding,
    evidenceId: string | null,
  ): Promise<VerifiedStandards> {
    const standards = rows.map(({ id, version }) => ({ id, version }));
    const picture = evidenceId === null ? {} : { evidenceId };
    const body = { standards, ...finding, ...picture };
    return firstValueFrom(
      this.http.post<VerifiedStandards>(this.url('currency/verifications'), body),
    );
  }

  /** Takes back what was noted; the rows get their earlier state. */
  undoVerifications(
    ids: readonly string[],
  ): Promise<{ readonly undone: number; readonly left: number }> {
    const url = this.url('currency/verifications/undo');
    return firstValueFrom(this.http.post<{ undone: number; left: number }>(url, { ids }));
  }

  /**
   * The picture is kept with the evidence of the first standard; the server adds the others. What the library has already
   * is taken from there: its bytes are the same, and which of two names it has proves nothing.
   * @param standardId null: no row of the register, the library keeps it
   * @returns id of the evidence
   */
  async keepPicture(file: File, standardId: string | null): Promise<string> {
    const form = new FormData();
    if (standardId !== null) form.append('standardId', standardId);
    form.append('file', file, file.name);
    try {
      const kept = await firstValueFrom(this.http.post<{ id: string }>(this.url('evidence'), form));
      return kept.id;
    } catch (error) {
      const { id } = knownEvidence(problemOf(error)) ?? {};
      if (id === undefined) throw error;
      return id;
    }
  }

  pictureUrl(evidenceId: string): string {
    return this.url(`evidence/${evidenceId}/revisions/1/content`);
  }

  /** Takes a standard out of the register; `actId` where that can be taken back. */
  removeStandard(
    id: string,
  ): Promise<{ readonly deleted: number; readonly actId?: string | null }> {
    return firstValueFrom(
      this.http.post<{ deleted: number; actId?: string | null }>(
        this.url('standards/bulk-delete'),
        {
          ids: [id],
        },
      ),
    );
  }

  async undoRemoval(actId: string): Promise<void> {
    await firstValueFrom(this.http.post(this.url(`standards/acts/${actId}/undo`), {}));
  }

  log(): Promise<readonly LoggedReplacement[]> {
    return firstValueFrom(this.http.get<LoggedReplacement[]>(this.url('currency/replacements')));
  }

  undo(id: string): Promise<LoggedReplacement> {
    return firstValueFrom(
      this.http.post<LoggedReplacement>(this.url(`currency/replacements/${id}/undo`), {}),
    );
  }

  async wantsMail(): Promise<boolean> {
    const url = this.url('currency/notices');
    return (await firstValueFrom(this.http.get<{ wantsMail: boolean }>(url))).wantsMail;
  }

  async chooseMail(wantsMail: boolean): Promise<void> {
    await firstValueFrom(this.http.put(this.url('currency/notices'), { wantsMail }));
  }

  search({ q, status, plans }: CatalogueQuery): Promise<CataloguePage> {
    let params = new HttpParams().set('limit', 100);
    if (q.trim() !== '') params = params.set('q', q.trim());
    if (plans) params = params.set('plans', 'true');
    else if (status !== '') params = params.set('status', status);
    return firstValueFrom(this.http.get<CataloguePage>(this.url('catalogue'), { params }));
  }

  async giveFeedback(entryId: number, message: string, source: string): Promise<void> {
    await firstValueFrom(
      this.http.post(this.url(`catalogue/${entryId}/feedback`), { message, source }),
    );
  }

  ownFeedback(): Promise<readonly CatalogueFeedback[]> {
    return firstValueFrom(this.http.get<CatalogueFeedback[]>(this.url('catalogue/feedback')));
  }

  private url(path: string): string {
    return `${this.organization.api()}/${path}`;
  }
}
