import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';

/** A place where the person is signed in. */
export interface OwnSession {
  readonly id: string;
  /** `Edge · Windows`; empty where not known. */
  readonly browser: string;
  /** `local`, `private`, or the first half of a network address; empty where not known. */
  readonly network: string;
  readonly createdAt: string;
  readonly lastUsedAt: string;
  readonly isCurrent: boolean;
}

/** The person's own account: where it is signed in, and its password. */
@Injectable({ providedIn: 'root' })
export class OwnSessionsService {
  private readonly http = inject(HttpClient);

  list(): Promise<readonly OwnSession[]> {
    return firstValueFrom(this.http.get<readonly OwnSession[]>('/api/sessions'));
  }

  async end(id: string): Promise<void> {
    await firstValueFrom(this.http.delete(`/api/sessions/${id}`));
  }

  async endOthers(): Promise<void> {
    await firstValueFrom(this.http.delete('/api/sessions/others'));
  }

  async changePassword(currentPassword: string, newPassword: string): Promise<void> {
    const body = { currentPassword, newPassword };
    await firstValueFrom(this.http.put('/api/account/password', body));
  }
}
