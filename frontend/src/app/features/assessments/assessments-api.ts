import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { AssessmentMove } from '@liangxing/contracts';
import type { Scheme } from '@liangxing/scheme';
import { firstValueFrom } from 'rxjs';
import { CurrentOrganization } from '../../core/session/current-organization';
import type {
  Answer,
  AnswerContent,
  AnswerVersion,
  Assessment,
  Efforts,
  KnownReadiness,
  SchemeSummary,
} from './assessment';

/** The server's side of self-evaluations. Failures are `HttpErrorResponse`; read them with `problemOf`. */
@Injectable({ providedIn: 'root' })
export class AssessmentsApi {
  private readonly http = inject(HttpClient);
  private readonly organization = inject(CurrentOrganization);

  list(): Promise<Assessment[]> {
    return this.get<Assessment[]>('/assessments');
  }

  create(body: { title: string; schemeId: string; targetGrade?: string }): Promise<Assessment> {
    return firstValueFrom(this.http.post<Assessment>(this.url('/assessments'), body));
  }

  /** Renames those of the enterprise that is open now, whichever is opened later. */
  renamer() {
    const assessments = this.url('/assessments');
    return (
      { id, version }: Pick<Assessment, 'id' | 'version'>,
      title: string,
    ): Promise<Assessment> => {
      const url = `${assessments}/${id}`;
      return firstValueFrom(this.http.patch<Assessment>(url, { title }, seen(version)));
    };
  }

  move({ id, version }: Assessment, move: AssessmentMove): Promise<Assessment> {
    const url = this.url(`/assessments/${id}/moves`);
    return firstValueFrom(this.http.post<Assessment>(url, { move }, seen(version)));
  }

  async remove({ id, version }: Assessment): Promise<null> {
    await firstValueFrom(this.http.delete(this.url(`/assessments/${id}`), seen(version)));
    return null;
  }

  /** Own schemes first; of each the newest version only. */
  async schemes(): Promise<SchemeSummary[]> {
    const listed = await this.get<SchemeSummary[]>('/schemes');
    return listed.filter(({ id }, index) => listed.findIndex((one) => one.id === id) === index);
  }

  scheme(id: string, version: string): Promise<Scheme> {
    return this.get<Scheme>(`/schemes/${id}/versions/${version}`);
  }

  answers(assessmentId: string): Promise<Answer[]> {
    return this.get<Answer[]>(`/assessments/${assessmentId}/answers`);
  }

  readiness(assessmentId: string): Promise<KnownReadiness> {
    return this.get<KnownReadiness>(`/assessments/${assessmentId}/readiness`);
  }

  history(assessmentId: string, itemId: string): Promise<AnswerVersion[]> {
    return this.get<AnswerVersion[]>(`/assessments/${assessmentId}/answers/${itemId}/history`);
  }

  /**
   * Writes answers of one assessment of the enterprise that is open now, whichever is opened later.
   * `version` is the one the content was made on; 0 for the first answer.
   */
  recorderOf(assessmentId: string) {
    const answers = this.url(`/assessments/${assessmentId}/answers`);
    return (
      itemId: string,
      content: AnswerContent,
      version: number,
      idempotencyKey: string,
    ): Promise<Answer> => {
      const headers = { 'If-Match': `"${version}"`, 'Idempotency-Key': idempotencyKey };
      return firstValueFrom(this.http.put<Answer>(`${answers}/${itemId}`, content, { headers }));
    };
  }

  efforts(assessmentId: string): Promise<Efforts> {
    return this.get<Efforts>(`/assessments/${assessmentId}/efforts`);
  }

  /** Writes efforts of one assessment of the enterprise that is open now, whichever is opened later. */
  effortsSaverOf(assessmentId: string) {
    const url = this.url(`/assessments/${assessmentId}/efforts`);
    return ({ version, ...plan }: Efforts): Promise<Efforts> => {
      const headers = { 'If-Match': `"${version}"` };
      return firstValueFrom(this.http.put<Efforts>(url, plan, { headers }));
    };
  }

  private get<T>(path: string): Promise<T> {
    return firstValueFrom(this.http.get<T>(this.url(path)));
  }

  private url(path: string): string {
    return this.organization.api() + path;
  }
}

/** The version that the person acts on. */
function seen(version: number): { headers: Record<string, string> } {
  return { headers: { 'If-Match': `"${version}"` } };
}
