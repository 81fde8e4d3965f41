import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { firstValueFrom, type Observable } from 'rxjs';
import type { CatalogueFeedback, CatalogueImport, FeedbackState } from './maintenance';

const root = '/api/catalogue-maintenance';

/** The maintainers' side of the catalogue; it belongs to no enterprise. Failures are `Problem`s. */
@Injectable({ providedIn: 'root' })
export class MaintenanceApi {
  private readonly http = inject(HttpClient);

  /** @param checkedOn `YYYY-MM-DD` */
  preview(
    file: File,
    source: string,
    checkedOn: string,
    headers: Readonly<Record<string, string>>,
  ): Observable<CatalogueImport> {
    const form = new FormData();
    form.append('file', file, file.name);
    const params = { source, checkedOn };
    return this.http.post<CatalogueImport>(`${root}/imports`, form, { params, headers });
  }

  imports(): Promise<readonly CatalogueImport[]> {
    return firstValueFrom(this.http.get<CatalogueImport[]>(`${root}/imports`));
  }

  import(id: string): Promise<CatalogueImport> {
    return firstValueFrom(this.http.get<CatalogueImport>(`${root}/imports/${id}`));
  }

  start(id: string): Promise<CatalogueImport> {
    return firstValueFrom(this.http.post<CatalogueImport>(`${root}/imports/${id}/start`, {}));
  }

  async discard(id: string): Promise<void> {
    await firstValueFrom(this.http.delete(`${root}/imports/${id}`));
  }

  feedback(): Promise<readonly CatalogueFeedback[]> {
    return firstValueFrom(this.http.get<CatalogueFeedback[]>(`${root}/feedback`));
  }

  answer(id: string, state: FeedbackState, answer: string): Promise<CatalogueFeedback> {
    const body = { state, answer };
    return firstValueFrom(this.http.put<CatalogueFeedback>(`${root}/feedback/${id}/answer`, body));
  }
}
