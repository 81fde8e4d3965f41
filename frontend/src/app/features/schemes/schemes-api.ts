import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { firstValueFrom, map, type Observable } from 'rxjs';
import type { FetchedFile } from '../../core/download/download-states';
import { fileNameOf } from '../../core/download/file-name';
import { CurrentOrganization } from '../../core/session/current-organization';
import type { TablePreview, UsableScheme } from './scheme';

/** The server's side of schemes. The preview writes nothing; publishing reads the same file again. */
@Injectable({ providedIn: 'root' })
export class SchemesApi {
  private readonly http = inject(HttpClient);
  private readonly organization = inject(CurrentOrganization);

  /** Own schemes first; every version, newest first. */
  list(): Promise<readonly UsableScheme[]> {
    return firstValueFrom(this.http.get<readonly UsableScheme[]>(this.url()));
  }

  preview(file: File, headers: Readonly<Record<string, string>>): Observable<TablePreview> {
    return this.http.post<TablePreview>(`${this.url()}/previews`, formOf(file), { headers });
  }

  /** A scoring table in another shape as a workbook to be completed. */
  draft(file: File, headers: Readonly<Record<string, string>>): Observable<FetchedFile> {
    const asked = { headers, observe: 'response', responseType: 'blob' } as const;
    return this.http.post(`${this.url()}/drafts`, formOf(file), asked).pipe(
      map(({ body, headers: answered }) => ({
        content: body ?? new Blob(),
        name: fileNameOf(answered.get('Content-Disposition'), 'table.xlsx'),
      })),
    );
  }

  publish(file: File, headers: Readonly<Record<string, string>>): Observable<UsableScheme> {
    return this.http.post<UsableScheme>(this.url(), formOf(file), { headers });
  }

  tableUrl({ id, version }: Pick<UsableScheme, 'id' | 'version'>): string {
    return `${this.url()}/${id}/versions/${version}/table`;
  }

  templateUrl(): string {
    return `${this.url()}/template`;
  }

  private url(): string {
    return `${this.organization.api()}/schemes`;
  }
}

function formOf(file: File): FormData {
  const form = new FormData();
  form.append('file', file, file.name);
  return form;
}
