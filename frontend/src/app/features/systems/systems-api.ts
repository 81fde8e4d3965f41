import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { StructureTemplateId } from '@liangxing/system-structure';
import { firstValueFrom } from 'rxjs';
import type { FormAdviceDto } from '../../core/api/generated/models';
import { CurrentOrganization } from '../../core/session/current-organization';
import type {
  ChangeOperation,
  MovePreview,
  PlacedStandard,
  SteppedSystem,
  SuggestedPlaces,
  System,
  SystemChange,
  SystemCoverage,
  SystemProgress,
  SystemSummary,
} from './system';

/** The server's side of standard systems. Failures are `Problem`s; `version` is sent as If-Match. */
@Injectable({ providedIn: 'root' })
export class SystemsApi {
  private readonly http = inject(HttpClient);
  private readonly organization = inject(CurrentOrganization);

  list(): Promise<readonly SystemSummary[]> {
    return firstValueFrom(this.http.get<SystemSummary[]>(this.url('')));
  }

  forms(): Promise<readonly FormAdviceDto[]> {
    return firstValueFrom(this.http.get<FormAdviceDto[]>(this.url('/forms')));
  }

  start(templateId: StructureTemplateId, name?: string): Promise<System> {
    const body = name === undefined ? { templateId } : { templateId, name };
    return firstValueFrom(this.http.post<System>(this.url(''), body));
  }

  get(id: string): Promise<System> {
    return firstValueFrom(this.http.get<System>(this.url(`/${id}`)));
  }

  rename(id: string, version: number, name: string): Promise<System> {
    return firstValueFrom(
      this.http.patch<System>(this.url(`/${id}`), { name }, { headers: ifMatch(version) }),
    );
  }

  async delete(id: string, version: number): Promise<void> {
    await firstValueFrom(this.http.delete(this.url(`/${id}`), { headers: ifMatch(version) }));
  }

  makePrimary(id: string): Promise<System> {
    return firstValueFrom(this.http.post<System>(this.url(`/${id}/primary`), {}));
  }

  change(id: string, version: number, operations: readonly ChangeOperation[]): Promise<System> {
    const url = this.url(`/${id}/changes`);
    return firstValueFrom(
      this.http.post<System>(url, { operations }, { headers: ifMatch(version) }),
    );
  }

  step(id: string, version: number, way: 'undo' | 'redo'): Promise<SteppedSystem> {
    const url = this.url(`/${id}/${way}`);
    return firstValueFrom(this.http.post<SteppedSystem>(url, {}, { headers: ifMatch(version) }));
  }

  changes(id: string): Promise<readonly SystemChange[]> {
    return firstValueFrom(this.http.get<SystemChange[]>(this.url(`/${id}/changes`)));
  }

  async places(id: string): Promise<readonly PlacedStandard[]> {
    const url = this.url(`/${id}/places`);
    return (await firstValueFrom(this.http.get<{ rows: PlacedStandard[] }>(url))).rows;
  }

  suggestions(id: string): Promise<SuggestedPlaces> {
    return firstValueFrom(this.http.get<SuggestedPlaces>(this.url(`/${id}/suggestions`)));
  }

  coverage(id: string): Promise<SystemCoverage> {
    return firstValueFrom(this.http.get<SystemCoverage>(this.url(`/${id}/coverage`)));
  }

  progress(): Promise<SystemProgress> {
    const url = `${this.organization.api()}/system-progress`;
    return firstValueFrom(this.http.get<SystemProgress>(url));
  }

  movePreview(id: string, to: StructureTemplateId): Promise<MovePreview> {
    const url = this.url(`/${id}/move-preview`);
    return firstValueFrom(this.http.get<MovePreview>(url, { params: { to } }));
  }

  move(
    id: string,
    version: number,
    to: StructureTemplateId,
    choices: Readonly<Record<string, readonly string[]>>,
  ): Promise<System> {
    const url = this.url(`/${id}/move`);
    return firstValueFrom(
      this.http.post<System>(url, { to, choices }, { headers: ifMatch(version) }),
    );
  }

  private url(path: string): string {
    return `${this.organization.api()}/systems${path}`;
  }
}

function ifMatch(version: number): Record<string, string> {
  return { 'If-Match': `"${version}"` };
}
