import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { CurrentOrganization } from '../../core/session/current-organization';
import type { Dossier, DossierCheck } from './dossier';
import type { AttachmentList, ChosenAttachment } from './attachments';
import type { AssessmentReport, ReportContent } from './report';

/** The server's side of dossiers. Failures are `Problem`s. */
@Injectable({ providedIn: 'root' })
export class DossiersApi {
  private readonly http = inject(HttpClient);
  private readonly organization = inject(CurrentOrganization);

  check(assessmentId: string): Promise<DossierCheck> {
    const url = this.url(`/assessments/${assessmentId}/dossier-check`);
    return firstValueFrom(this.http.get<DossierCheck>(url));
  }

  list(): Promise<Dossier[]> {
    return firstValueFrom(this.http.get<Dossier[]>(this.url('/dossiers')));
  }

  get(id: string): Promise<Dossier> {
    return firstValueFrom(this.http.get<Dossier>(this.url(`/dossiers/${id}`)));
  }

  /** Orders a dossier; it is built in the background. */
  build(assessmentId: string): Promise<Dossier> {
    return firstValueFrom(this.http.post<Dossier>(this.url('/dossiers'), { assessmentId }));
  }

  /** Builds a failed one once more, as it was frozen. */
  again(id: string): Promise<Dossier> {
    return firstValueFrom(this.http.post<Dossier>(this.url(`/dossiers/${id}/retry`), {}));
  }

  file(id: string): Promise<Blob> {
    return firstValueFrom(this.http.get(this.fileUrl(id), { responseType: 'blob' }));
  }

  fileUrl(id: string): string {
    return this.url(`/dossiers/${id}/file`);
  }

  report(assessmentId: string): Promise<AssessmentReport> {
    return firstValueFrom(
      this.http.get<AssessmentReport>(this.url(`/assessments/${assessmentId}`)),
    );
  }

  saveReport(
    assessmentId: string,
    version: number,
    content: ReportContent,
  ): Promise<AssessmentReport> {
    const headers = { 'If-Match': `"${version}"` };
    const url = this.url(`/assessments/${assessmentId}`);
    return firstValueFrom(this.http.patch<AssessmentReport>(url, content, { headers }));
  }

  attachments(assessmentId: string): Promise<AttachmentList> {
    const url = this.url(`/assessments/${assessmentId}/attachments`);
    return firstValueFrom(this.http.get<AttachmentList>(url));
  }

  /** Each file that is new in the list is opened once by the server, which takes a moment. */
  saveAttachments(
    assessmentId: string,
    version: number,
    attachments: readonly ChosenAttachment[],
  ): Promise<AttachmentList> {
    const headers = { 'If-Match': `"${version}"` };
    const url = this.url(`/assessments/${assessmentId}/attachments`);
    return firstValueFrom(this.http.put<AttachmentList>(url, { attachments }, { headers }));
  }

  private url(path: string): string {
    return this.organization.api() + path;
  }
}
