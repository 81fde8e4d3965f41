import { Injectable, computed, inject } from '@angular/core';
import { type OrganizationPermission, isAboutItself, isPermitted } from '@liangxing/contracts';
import { OpenOrganization } from '../api/open-organization';
import type { SessionDto } from '../api/generated/openapi';
import { isOnlyRead } from './home-of';
import { SessionService } from './session.service';

const storageKey = 'lx.organization';

/** The enterprise whose pages are open; set by the frame from the address. */
@Injectable({ providedIn: 'root' })
export class CurrentOrganization {
  private readonly session = inject(SessionService);
  private readonly chosen = inject(OpenOrganization).id;

  readonly id = this.chosen.asReadonly();
  readonly membership = computed(() =>
    this.session.memberships().find(({ organizationId }) => organizationId === this.chosen()),
  );

  /** Whether the person may do something here, as the organization stands; the server has the last word. */
  can(permission: OrganizationPermission): boolean {
    const membership = this.membership();
    if (!membership) return false;
    const { state } = membership;
    const isLetIn =
      state === 'open' ||
      isAboutItself(permission) ||
      (isOnlyRead(state) && permission.endsWith(':read'));
    return isLetIn && isPermitted({ ...membership, grant: null }, permission);
  }

  choose(organizationId: string): void {
    this.chosen.set(organizationId);
    localStorage.setItem(storageKey, organizationId);
  }

  /** The organization opened last on this machine, if the person still belongs to it; else the first. */
  preferred(): SessionDto['memberships'][number] | undefined {
    const memberships = this.session.memberships();
    const last = localStorage.getItem(storageKey);
    const known = memberships.find(({ organizationId }) => organizationId === last);
    return known ?? memberships[0];
  }
}
