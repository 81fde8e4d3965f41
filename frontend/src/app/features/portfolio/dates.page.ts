import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  signal,
  untracked,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { Api } from '../../core/api/api';
import type { DatesDto } from '../../core/api/generated/openapi';
import { weeksAround } from '../../core/date-field/days';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { dayOfChina } from '../../core/i18n/day-of-china';
import { Newest } from '../../core/once/newest';
import { CurrentOrganization } from '../../core/session/current-organization';
import { DueCalendar } from './due-calendar';
import { DueList } from './due-list';

/** What is overdue at all clients, and a calendar of what is due. */
@Component({
  selector: 'lx-dates-page',
  imports: [DueCalendar, DueList, ProblemNotice, RouterLink, TranslocoDirective],
  templateUrl: './dates.page.html',
  styles: `
    .both {
      display: grid;
      grid-template-columns: minmax(320px, 1fr) minmax(320px, 1fr);
      gap: var(--lx-gap-5);
      align-items: start;
    }
    @media (max-width: 1100px) {
      .both {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DatesPage {
  private readonly api = inject(Api);
  private readonly organization = inject(CurrentOrganization);
  private readonly newestOverdue = new Newest();
  private readonly newestDue = new Newest();

  protected readonly overdue = signal<DatesDto | null>(null);
  protected readonly due = signal<DatesDto | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly day = signal(dayOfChina(new Date()));
  /** The six weeks that the calendar shows. */
  private readonly span = computed(
    () => {
      const days = weeksAround(this.day()).flat();
      return { from: days[0] ?? '', to: days.at(-1) ?? '' };
    },
    { equal: (one, other) => one.from === other.from },
  );
  protected readonly ofDay = computed(
    () => this.due()?.dates.filter(({ dueOn }) => dueOn === this.day()) ?? [],
  );

  constructor() {
    effect(() => {
      if (this.organization.id()) untracked(() => this.begin());
    });
    effect(() => {
      const span = this.span();
      if (this.organization.id()) untracked(() => void this.loadDue(span));
    });
  }

  /** Nothing of another organization stays. */
  private begin(): void {
    this.overdue.set(null);
    this.due.set(null);
    this.problem.set(null);
    void this.loadOverdue();
  }

  private async loadOverdue(): Promise<void> {
    const isNewest = this.newestOverdue.ask();
    try {
      const found = await this.api.get('/portfolio/dates');
      if (isNewest()) this.overdue.set(found);
    } catch (error) {
      if (isNewest()) this.problem.set(problemOf(error));
    }
  }

  private async loadDue(span: { from: string; to: string }): Promise<void> {
    const isNewest = this.newestDue.ask();
    try {
      const found = await this.api.get('/portfolio/dates', span);
      if (isNewest()) this.due.set(found);
    } catch (error) {
      if (isNewest()) this.problem.set(problemOf(error));
    }
  }
}
