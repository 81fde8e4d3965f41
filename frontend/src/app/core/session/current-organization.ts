import { Injectable, computed, inject, signal } from '@angular/core';
import { type OrganizationPermission, isAboutItself, isPermitted } from '@liangxing/contracts';
import { OpenOrganization } from '../api/open-organization';
import type { SessionDto } from '../api/generated/openapi';
import { isOnlyRead } from './home-of';
import { SessionService } from './session.service';

/** Of a tab; what another tab opens is none of its business. */
const tabKey = 'lx.organization';
/** Where a new tab begins: an organization of one's own, never a client. */
const machineKey = 'lx.organization';

export type Membership = SessionDto['memberships'][number];
/** A client whose data the person may enter for an organization of theirs. */
export type Entry = SessionDto['entries'][number];

/** The enterprise whose pages are open; set by the frame from the address. */
@Injectable({ providedIn: 'root' })
export class CurrentOrganization {
  private readonly session = inject(SessionService);
  private readonly chosen = inject(OpenOrganization).id;
  /** As it was entered: what was typed at a client stays on screen when the engagement ends. */
  private readonly entered = signal<Entry | null>(null);

  readonly id = this.chosen.asReadonly();
  readonly membership = computed(() =>
    this.session.memberships().find(({ organizationId }) => organizationId === this.chosen()),
  );
  private readonly granted = computed(() => entryOf(this.session.entries(), this.chosen()));
  /** For whom the person acts here, where it is not the own organization: a membership goes before it. */
  readonly entry = computed(() => {
    if (this.membership()) return undefined;
    const entered = this.entered();
    return this.granted() ?? (entered?.organizationId === this.chosen() ? entered : undefined);
  });
  /** Whether the engagement by which these pages were opened is over. */
  readonly hasEnded = computed(() => this.entry() !== undefined && !this.granted());
  /** Whose pages these are, however the person came here. */
  readonly place = computed(() => this.membership() ?? this.entry());

  /** Whether the person may do something here, as the organization stands; the server has the last word. */
  can(permission: OrganizationPermission): boolean {
    const place = this.place();
    if (!place) return false;
    const { state, kind, role } = place;
    const isLetIn =
      state === 'open' ||
      isAboutItself(permission) ||
      (isOnlyRead(state) && permission.endsWith(':read'));
    return isLetIn && isPermitted({ kind, role, grant: this.entry() ?? null }, permission);
  }

  choose(organizationId: string): void {
    this.chosen.set(organizationId);
    this.entered.set(this.granted() ?? null);
    sessionStorage.setItem(tabKey, organizationId);
    if (this.membership()) localStorage.setItem(machineKey, organizationId);
  }

  /** What this tab showed last, else the own organization opened last on this machine, else the first. */
  preferred(): Membership | Entry | undefined {
    const memberships = this.session.memberships();
    const own = (id: string | null) =>
      memberships.find(({ organizationId }) => organizationId === id);
    const inTab = sessionStorage.getItem(tabKey);
    return (
      own(inTab) ??
      entryOf(this.session.entries(), inTab ?? '') ??
      own(localStorage.getItem(machineKey)) ??
      memberships[0]
    );
  }
}

/** Of several consultancies the last one counts, as for the server. */
function entryOf(entries: readonly Entry[], id: string): Entry | undefined {
  return entries.findLast(({ organizationId }) => organizationId === id);
}
