import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { AUDIT_ACTIONS, type AuditPart, auditActionWording, sideOf } from '@liangxing/contracts';
import { TimePipe } from '../../../core/i18n/time.pipe';
import { DateField } from '../../../core/date-field/date-field';
import { Api } from '../../../core/api/api';
import type { MemberDto, TrailLineDto } from '../../../core/api/generated/openapi';
import { type Problem, problemOf } from '../../../core/errors/problem';
import { ProblemNotice } from '../../../core/errors/problem-notice';
import { LanguageService } from '../../../core/i18n/language.service';
import { Newest } from '../../../core/once/newest';
import { CurrentOrganization } from '../../../core/session/current-organization';
import { toldFacts } from './told-facts';

/** Which lines are asked for; empty: all of them. */
interface TrailFilter {
  readonly part: AuditPart | '';
  readonly person: string;
  readonly from: string;
  readonly to: string;
}

const perPage = 50;

/** 操作记录: who did what, newest first; for owners. */
@Component({
  selector: 'lx-trail-page',
  imports: [DateField, TimePipe, ProblemNotice, RouterLink, TranslocoDirective],
  templateUrl: './trail.page.html',
  styles: `
    .scroll {
      overflow-x: auto;
    }
    .details {
      overflow-wrap: anywhere;
    }
    .whole {
      white-space: nowrap;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TrailPage {
  private readonly api = inject(Api);
  private readonly language = inject(LanguageService);
  private readonly transloco = inject(TranslocoService);
  protected readonly organization = inject(CurrentOrganization);
  private readonly newest = new Newest();

  /** Only what was done by this engagement, from the query. */
  readonly engagement = input<string>();

  protected readonly parts = Object.keys(AUDIT_ACTIONS) as AuditPart[];
  protected readonly members = signal<readonly MemberDto[]>([]);
  protected readonly filter = signal<TrailFilter>({
    part: '',
    person: '',
    from: '',
    to: '',
  });
  private readonly asked = computed(() => ({
    ...this.filter(),
    engagement: this.engagement() ?? '',
  }));
  /** With whom the engagement was; empty before that is known. */
  protected readonly partner = signal('');
  protected readonly lines = signal<readonly TrailLineDto[] | null>(null);
  protected readonly hasOlder = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly exportUrl = computed(() => this.api.url('/trail/export', this.asked()));

  constructor() {
    effect(() => {
      if (!this.organization.id()) return;
      // Nothing of another organization stays.
      this.lines.set(null);
      this.members.set([]);
      untracked(() => void this.loadMembers());
    });
    effect(() => {
      this.asked();
      if (this.organization.id()) untracked(() => void this.load());
    });
    effect(() => {
      const id = this.engagement();
      this.partner.set('');
      if (this.organization.id() && id) untracked(() => void this.loadPartner(id));
    });
  }

  protected choose(field: keyof TrailFilter, event: Event): void {
    const { value } = event.target as HTMLInputElement | HTMLSelectElement;
    this.filter.update((filter) => ({ ...filter, [field]: value }));
  }

  protected older(): void {
    void this.load(this.lines()?.at(-1)?.id);
  }

  protected wordingOf({ action }: TrailLineDto): string {
    return auditActionWording(action)[sideOf(this.language.current())];
  }

  protected detailsOf({ details }: TrailLineDto): string {
    return toldFacts(details, (key, values) => this.transloco.translate(key, values));
  }

  private async loadMembers(): Promise<void> {
    const organizationId = this.organization.id();
    try {
      const members = await this.api.get('/members', { organizationId });
      if (organizationId === this.organization.id()) this.members.set(members);
    } catch (error) {
      if (organizationId === this.organization.id()) this.problem.set(problemOf(error));
    }
  }

  private async loadPartner(id: string): Promise<void> {
    try {
      const found = (await this.api.get('/engagements')).find((one) => one.id === id);
      if (id === this.engagement()) this.partner.set(found?.consultancyName ?? '');
    } catch (error) {
      if (id === this.engagement()) this.problem.set(problemOf(error));
    }
  }

  /** @param before the last line that is shown; without it the list begins anew */
  private async load(before?: string): Promise<void> {
    const isNewest = this.newest.ask();
    try {
      const page = await this.api.get('/trail', { ...this.asked(), before, limit: perPage });
      if (!isNewest()) return;
      this.lines.update((lines) => [...(before === undefined ? [] : (lines ?? [])), ...page.lines]);
      this.hasOlder.set(page.hasOlder);
      this.problem.set(null);
    } catch (error) {
      if (isNewest()) this.problem.set(problemOf(error));
    }
  }
}
