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
import {
  ORGANIZATION_KINDS,
  ORGANIZATION_STATES,
  type OrganizationKind,
  type OrganizationState,
} from '@liangxing/contracts';
import { Api } from '../../core/api/api';
import type { OrganizationsPageDto } from '../../core/api/generated/openapi';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { TimePipe } from '../../core/i18n/time.pipe';

/** Which are asked for; what is empty does not narrow. */
interface Filter {
  readonly search: string;
  readonly kind: OrganizationKind | '';
  readonly state: OrganizationState | '';
}

/** As many as the server gives at once. */
const perPage = 50;

/** 平台管理: every organization with how it stands, those that wait first. */
@Component({
  selector: 'lx-organizations-page',
  imports: [ProblemNotice, RouterLink, TimePipe, TranslocoDirective],
  templateUrl: './organizations.page.html',
  styles: `
    .scroll {
      overflow-x: auto;
    }
    .toolbar {
      margin: var(--lx-gap-3) 0;
    }
    .day {
      white-space: nowrap;
    }
    .pages {
      display: flex;
      gap: var(--lx-gap-3);
      align-items: baseline;
      margin-top: var(--lx-gap-3);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OrganizationsPage {
  private readonly api = inject(Api);
  private question = 0;

  protected readonly kinds = ORGANIZATION_KINDS;
  protected readonly states = ORGANIZATION_STATES;
  protected readonly filter = signal<Filter>({ search: '', kind: '', state: '' });
  protected readonly page = signal(1);
  protected readonly found = signal<OrganizationsPageDto | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly pages = computed(() =>
    Math.max(1, Math.ceil((this.found()?.total ?? 0) / perPage)),
  );

  constructor() {
    effect(() => {
      this.filter();
      this.page();
      untracked(() => void this.load());
    });
  }

  protected choose(field: keyof Filter, event: Event): void {
    const { value } = event.target as HTMLInputElement | HTMLSelectElement;
    this.filter.update((filter) => ({ ...filter, [field]: value }));
    this.page.set(1);
  }

  protected search(event: Event, text: string): void {
    event.preventDefault();
    this.filter.update((filter) => ({ ...filter, search: text.trim() }));
    this.page.set(1);
  }

  private async load(): Promise<void> {
    const question = ++this.question;
    const { search, kind, state } = this.filter();
    try {
      const found = await this.api.get('/api/platform/organizations', {
        search,
        ...(kind === '' ? {} : { kind }),
        ...(state === '' ? {} : { state }),
        page: this.page(),
      });
      // Only the newest question is answered.
      if (question !== this.question) return;
      this.found.set(found);
      this.problem.set(null);
    } catch (error) {
      if (question === this.question) this.problem.set(problemOf(error));
    }
  }
}
