import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { CurrentOrganization } from '../../core/session/current-organization';
import type { Condition, ConditionFields } from './condition';

/** The server's side of the conditions of an application. */
@Injectable({ providedIn: 'root' })
export class ConditionsApi {
  private readonly http = inject(HttpClient);
  private readonly organization = inject(CurrentOrganization);

  list(assessmentId: string): Promise<Condition[]> {
    return firstValueFrom(this.http.get<Condition[]>(this.url(assessmentId)));
  }

  /** Writes those of one self-evaluation of the enterprise that is open now, whichever is opened later. */
  recorderOf(assessmentId: string) {
    const url = this.url(assessmentId);
    return (id: string, fields: ConditionFields, version: number): Promise<Condition> => {
      const headers = { 'If-Match': `"${version}"` };
      return firstValueFrom(this.http.put<Condition>(`${url}/${id}`, fields, { headers }));
    };
  }

  private url(assessmentId: string): string {
    return `${this.organization.api()}/assessments/${assessmentId}/conditions`;
  }
}
