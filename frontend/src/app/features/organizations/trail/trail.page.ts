import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  signal,
  untracked,
} from '@angular/core';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { AUDIT_ACTIONS, type AuditPart, auditActionWording, sideOf } from '@liangxing/contracts';
import { TimePipe } from '../../../core/i18n/time.pipe';
import { DateField } from '../../../core/date-field/date-field';
import { Api } from '../../../core/api/api';
import type { MemberDto, TrailLineDto } from '../../../core/api/generated/openapi';
import { type Problem, problemOf } from '../../../core/errors/problem';
import { ProblemNotice } from '../../../core/errors/problem-notice';
import { LanguageService } from '../../../core/i18n/language.service';
import { CurrentOrganization } from '../../../core/session/current-organization';

/** Which lines are asked for; empty: all of them. */
interface TrailFilter {
  readonly part: AuditPart | '';
  readonly person: string;
  /** Only what was done by this engagement. */
  readonly engagement: string;
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
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TrailPage {
  private readonly api = inject(Api);
  private readonly language = inject(LanguageService);
  protected readonly organization = inject(CurrentOrganization);
  private question = 0;

  protected readonly parts = Object.keys(AUDIT_ACTIONS) as AuditPart[];
  protected readonly members = signal<readonly MemberDto[]>([]);
  protected readonly filter = signal<TrailFilter>({
    part: '',
    person: '',
    engagement: inject(ActivatedRoute).snapshot.queryParamMap.get('engagement') ?? '',
    from: '',
    to: '',
  });
  protected readonly lines = signal<readonly TrailLineDto[] | null>(null);
  protected readonly hasOlder = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly exportUrl = computed(() => this.api.url('/trail/export', this.filter()));

  constructor() {
    effect(() => {
      this.filter();
      if (this.organization.id()) untracked(() => void this.load());
    });
    effect(() => {
      if (this.organization.id()) untracked(() => void this.loadMembers());
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

  /** What the line knows of it, as it was written down. */
  protected detailsOf({ details }: TrailLineDto): string {
    return Object.entries(details)
      .map(
        ([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`,
      )
      .join('; ');
  }

  private async loadMembers(): Promise<void> {
    try {
      this.members.set(await this.api.get('/members'));
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }

  /** @param before the last line that is shown; without it the list begins anew */
  private async load(before?: string): Promise<void> {
    const question = ++this.question;
    try {
      const page = await this.api.get('/trail', { ...this.filter(), before, limit: perPage });
      // Only the newest question is answered.
      if (question !== this.question) return;
      this.lines.update((lines) => [...(before === undefined ? [] : (lines ?? [])), ...page.lines]);
      this.hasOlder.set(page.hasOlder);
      this.problem.set(null);
    } catch (error) {
      if (question === this.question) this.problem.set(problemOf(error));
    }
  }
}
