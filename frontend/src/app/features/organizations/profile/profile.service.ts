import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { CurrentOrganization } from '../../../core/session/current-organization';
import type { Profile, ProfileContent } from './profile';

export interface SchemeChoice {
  readonly id: string;
  readonly version: string;
  readonly title: Readonly<Record<string, string>>;
  readonly grades: readonly string[];
  /** What may be applied for, from the lowest. */
  readonly targetGrades: readonly string[];
  readonly isHistorical: boolean;
}

@Injectable({ providedIn: 'root' })
export class ProfileService {
  private readonly http = inject(HttpClient);
  private readonly organization = inject(CurrentOrganization);

  read(): Promise<Profile> {
    return firstValueFrom(this.http.get<Profile>(`${this.organization.api()}/profile`));
  }

  /** @throws Problem version_conflict, validation_failed */
  save(content: ProfileContent, version: number): Promise<Profile> {
    const headers = { 'If-Match': `"${version}"` };
    const url = `${this.organization.api()}/profile`;
    return firstValueFrom(this.http.put<Profile>(url, content, { headers }));
  }

  /** Own schemes first; of each the newest version only. */
  async schemes(): Promise<readonly SchemeChoice[]> {
    const url = `${this.organization.api()}/schemes`;
    const listed = await firstValueFrom(this.http.get<readonly SchemeChoice[]>(url));
    return listed.filter(({ id }, index) => listed.findIndex((one) => one.id === id) === index);
  }
}
