import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { Role } from '@liangxing/contracts';
import { firstValueFrom } from 'rxjs';
import { CurrentOrganization } from '../../core/session/current-organization';

export interface Organization {
  readonly id: string;
  readonly name: string;
}

export interface Member {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly since: string;
  /** A mail to reset the password could not be sent; told to those who manage members. */
  readonly resetMailFailedAt: string | null;
}

/** Somebody who was invited and has not come yet. */
export interface Invitation {
  readonly id: string;
  readonly email: string;
  readonly role: Role;
  readonly expiresAt: string;
  /** Its mail could not be sent. */
  readonly mailFailedAt: string | null;
}

/** Enterprises and who belongs to them. */
@Injectable({ providedIn: 'root' })
export class OrganizationsService {
  private readonly http = inject(HttpClient);
  private readonly current = inject(CurrentOrganization);

  create(name: string): Promise<Organization> {
    return firstValueFrom(this.http.post<Organization>('/api/organizations', { name }));
  }

  members(): Promise<readonly Member[]> {
    return firstValueFrom(this.http.get<readonly Member[]>(`${this.current.api()}/members`));
  }

  invitations(): Promise<readonly Invitation[]> {
    return firstValueFrom(
      this.http.get<readonly Invitation[]>(`${this.current.api()}/members/invitations`),
    );
  }

  async withdraw(invitationId: string): Promise<void> {
    await firstValueFrom(
      this.http.delete(`${this.current.api()}/members/invitations/${invitationId}`),
    );
  }

  async invite(email: string, role: Role): Promise<void> {
    await firstValueFrom(this.http.post(`${this.current.api()}/members`, { email, role }));
  }

  async changeRole(userId: string, role: Role): Promise<void> {
    await firstValueFrom(this.http.patch(`${this.current.api()}/members/${userId}`, { role }));
  }

  async removeMember(userId: string): Promise<void> {
    await firstValueFrom(this.http.delete(`${this.current.api()}/members/${userId}`));
  }
}
