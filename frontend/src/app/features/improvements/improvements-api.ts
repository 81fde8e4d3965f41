import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { CurrentOrganization } from '../../core/session/current-organization';
import type { ActionChanges, CorrectiveAction, RouteCorrection } from './corrective-action';

/** The server's side of corrective actions. Failures are `Problem`s. */
@Injectable({ providedIn: 'root' })
export class ImprovementsApi {
  private readonly http = inject(HttpClient);
  private readonly organization = inject(CurrentOrganization);

  list(): Promise<CorrectiveAction[]> {
    return firstValueFrom(this.http.get<CorrectiveAction[]>(this.url()));
  }

  add(fields: ActionChanges): Promise<CorrectiveAction> {
    return firstValueFrom(this.http.post<CorrectiveAction>(this.url(), fields));
  }

  change(id: string, version: number, changes: ActionChanges): Promise<CorrectiveAction> {
    const headers = { 'If-Match': `"${version}"` };
    return firstValueFrom(
      this.http.patch<CorrectiveAction>(`${this.url()}/${id}`, changes, { headers }),
    );
  }

  remove(id: string, version: number): Promise<unknown> {
    const headers = { 'If-Match': `"${version}"` };
    return firstValueFrom(this.http.delete(`${this.url()}/${id}`, { headers }));
  }

  /** One action for each correction that has none yet; returns those added. */
  addFromRoute(
    assessmentId: string,
    corrections: readonly RouteCorrection[],
  ): Promise<CorrectiveAction[]> {
    const body = { assessmentId, corrections };
    return firstValueFrom(this.http.post<CorrectiveAction[]>(`${this.url()}/from-route`, body));
  }

  /** The actions of an evaluation and those of none, as a workbook. */
  exportUrl(assessmentId: string | undefined): string {
    return `${this.url()}/export${assessmentId ? `?assessmentId=${assessmentId}` : ''}`;
  }

  private url(): string {
    return `${this.organization.api()}/corrective-actions`;
  }
}
