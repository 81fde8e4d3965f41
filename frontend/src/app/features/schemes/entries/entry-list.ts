import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  signal,
  untracked,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { TimePipe } from '../../../core/i18n/time.pipe';
import { Api } from '../../../core/api/api';
import { Notices } from '../../../core/errors/notices';
import { Busy } from '../../../core/once/busy';
import { CurrentOrganization } from '../../../core/session/current-organization';
import type { EntrySummary } from './entry';

/** 录入附录 C on the page of schemes: what is being entered, and a new beginning. */
@Component({
  selector: 'lx-entry-list',
  imports: [TimePipe, RouterLink, TranslocoDirective],
  template: `
    <section class="sheet" *transloco="let t">
      <h2>{{ t('schemes.entry.page') }}</h2>
      <p class="muted lead">{{ t('schemes.entry.lead') }}</p>
      @if (canWrite()) {
        <button
          type="button"
          class="ant-btn ant-btn-primary"
          data-testid="begin-entry"
          [disabled]="beginning.isBusy()"
          (click)="begin()"
        >
          <span>{{ t('schemes.entry.begin') }}</span>
        </button>
      }
      @if (entries().length > 0) {
        <table class="dense" data-testid="scheme-entries">
          <caption class="visually-hidden">
            {{
              t('schemes.entry.list')
            }}
          </caption>
          <tbody>
            @for (entry of entries(); track entry.id) {
              <tr>
                <td>
                  <span class="chip" [class.good]="entry.state === 'entered'">{{
                    t('schemes.entry.states.' + entry.state)
                  }}</span>
                </td>
                <td>
                  <a
                    [routerLink]="['/o', organization.id(), 'schemes', 'entries', entry.id]"
                    data-testid="open-entry"
                    >{{ entry.title }}</a
                  >
                  @if (entry.fileName) {
                    <small class="muted">{{ entry.fileName }}</small>
                  }
                </td>
                <td>
                  @for (editor of entry.editors; track editor.id) {
                    {{ editor.name }}
                  }
                </td>
                <td class="muted">{{ entry.updatedAt | lxTime }}</td>
              </tr>
            }
          </tbody>
        </table>
      }
    </section>
  `,
  styles: `
    .lead {
      max-width: 760px;
    }
    table {
      margin-top: var(--lx-gap-3);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EntryList {
  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  private readonly router = inject(Router);
  protected readonly organization = inject(CurrentOrganization);

  protected readonly entries = signal<readonly EntrySummary[]>([]);
  protected readonly beginning = new Busy();
  protected readonly canWrite = computed(() => this.organization.can('schemes:write'));

  constructor() {
    effect(() => {
      const id = this.organization.id();
      if (id) untracked(() => void this.load(id));
    });
  }

  protected begin(): void {
    void this.beginning.run(async () => {
      try {
        const { id } = await this.api.post('/scheme-entries');
        await this.router.navigate(['/o', this.organization.id(), 'schemes', 'entries', id]);
      } catch (error) {
        this.notices.failed(error);
      }
    }, 'begin');
  }

  private async load(organizationId: string): Promise<void> {
    this.entries.set([]);
    try {
      const listed = await this.api.get('/scheme-entries');
      if (organizationId === this.organization.id()) this.entries.set(listed);
    } catch (error) {
      this.notices.failed(error);
    }
  }
}
