import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { firstValueFrom, type Observable } from 'rxjs';
import { CurrentOrganization } from '../../core/session/current-organization';
import type { ImportMapping, ImportRowPage, RowFilter, StandardImport } from './standard-import';

/** Spreadsheets on their way into the register: preview, mapping, commit, undo. */
@Injectable({ providedIn: 'root' })
export class ImportsService {
  private readonly http = inject(HttpClient);
  private readonly organization = inject(CurrentOrganization);

  list(): Promise<readonly StandardImport[]> {
    return firstValueFrom(this.http.get<readonly StandardImport[]>(this.url()));
  }

  read(id: string): Promise<StandardImport> {
    return firstValueFrom(this.http.get<StandardImport>(`${this.url()}/${id}`));
  }

  upload(file: File, headers: Readonly<Record<string, string>> = {}): Observable<StandardImport> {
    const form = new FormData();
    form.append('file', file, file.name);
    return this.http.post<StandardImport>(this.url(), form, { headers });
  }

  /** Rows copied from a spreadsheet (tabs between cells) as a file that the import reads. */
  fileOfRows(text: string): File {
    const rows = text.replace(/\r\n?/g, '\n').replace(/\n+$/, '').split('\n');
    const quoted = rows.map((row) =>
      row
        .split('\t')
        .map((cell) => `"${cell.replaceAll('"', '""')}"`)
        .join(','),
    );
    return new File([`\ufeff${quoted.join('\r\n')}\r\n`], '粘贴的内容.csv', { type: 'text/csv' });
  }

  map(
    id: string,
    mapping: ImportMapping,
    headers: Readonly<Record<string, string>>,
  ): Observable<StandardImport> {
    return this.http.put<StandardImport>(`${this.url()}/${id}/mapping`, mapping, { headers });
  }

  rows(id: string, filter: RowFilter, offset: number, limit: number): Promise<ImportRowPage> {
    const params = { filter, offset, limit };
    return firstValueFrom(this.http.get<ImportRowPage>(`${this.url()}/${id}/rows`, { params }));
  }

  commit(id: string, headers: Readonly<Record<string, string>>): Observable<StandardImport> {
    return this.http.post<StandardImport>(`${this.url()}/${id}/commit`, {}, { headers });
  }

  /** @param keepChanged standards that were changed since stay as they are */
  undo(id: string, keepChanged: boolean): Promise<StandardImport> {
    const body = keepChanged ? { keepChanged } : {};
    return firstValueFrom(this.http.post<StandardImport>(`${this.url()}/${id}/undo`, body));
  }

  private url(): string {
    return `${this.organization.api()}/standard-imports`;
  }
}
