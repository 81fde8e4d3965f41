import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  computed,
  effect,
  inject,
  signal,
  untracked,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { DAYS_OF_EXPORT, EXPORT_MOVES, movesFrom } from '@liangxing/contracts';
import { Api } from '../../../core/api/api';
import type { OrganizationExportDto } from '../../../core/api/generated/openapi';
import { type Problem, problemOf } from '../../../core/errors/problem';
import { ProblemNotice } from '../../../core/errors/problem-notice';
import { fileSizeText } from '../../../core/i18n/file-size';
import { TimePipe } from '../../../core/i18n/time.pipe';
import { Busy } from '../../../core/once/busy';
import { CurrentOrganization } from '../../../core/session/current-organization';

const pollMilliseconds = 1_500;

const isUnderway = ({ state }: OrganizationExportDto): boolean =>
  movesFrom(EXPORT_MOVES, state).length > 0;

/** Everything as one file: ordered here, made while the person does something else, fetched here for some days. */
@Component({
  selector: 'lx-export-everything',
  imports: [ProblemNotice, TimePipe, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <p class="muted">{{ t('organizations.settings.exportHint', { days: days }) }}</p>
      <lx-problem-notice [problem]="problem()" />
      @for (one of exports(); track one.id) {
        <div class="export" data-testid="export" [attr.data-state]="one.state">
          @switch (one.state) {
            @case ('ready') {
              <a
                class="ant-btn ant-btn-primary"
                data-testid="export-download"
                [href]="contentOf(one)"
                ><span>{{
                  t('organizations.settings.exportDownload', { size: sizeOf(one.size ?? 0) })
                }}</span></a
              >
              <span class="muted small">{{
                t('organizations.settings.exportReady', {
                  at: one.orderedAt | lxTime,
                  name: one.orderedByName,
                  until: one.expiresAt ?? '' | lxTime: 'day',
                })
              }}</span>
              @if (one.missing) {
                <span class="warn" role="status">{{
                  t('organizations.settings.exportMissing', { count: one.missing })
                }}</span>
              }
            }
            @case ('failed') {
              <span class="warn" role="alert">{{ t('organizations.settings.exportFailed') }}</span>
            }
            @default {
              <label class="progress">
                {{ t('organizations.settings.exportMaking', { progress: one.progress }) }}
                <progress max="100" [value]="one.progress"></progress>
              </label>
              <span class="muted small">{{ t('organizations.settings.exportLeave') }}</span>
            }
          }
        </div>
      }
      <button
        type="button"
        class="ant-btn"
        [class.ant-btn-primary]="exports().length === 0"
        data-testid="export-order"
        [disabled]="ordering.isBusy() || underway()"
        (click)="order()"
      >
        <span>{{
          t(
            exports().length > 0
              ? 'organizations.settings.exportAgain'
              : 'organizations.settings.exportOrder'
          )
        }}</span>
      </button>
    </ng-container>
  `,
  styles: `
    p {
      margin-bottom: var(--lx-gap-3);
    }
    .export {
      display: flex;
      flex-wrap: wrap;
      gap: var(--lx-gap-2) var(--lx-gap-3);
      align-items: center;
      margin-bottom: var(--lx-gap-3);
    }
    .progress {
      display: flex;
      flex-wrap: wrap;
      gap: var(--lx-gap-2);
      align-items: center;
    }
    .warn {
      color: var(--lx-block);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ExportEverything {
  private readonly api = inject(Api);
  private readonly organization = inject(CurrentOrganization);
  private polling: ReturnType<typeof setTimeout> | undefined;
  private isGone = false;

  protected readonly exports = signal<readonly OrganizationExportDto[]>([]);
  protected readonly underway = computed(() => this.exports().some(isUnderway));
  protected readonly problem = signal<Problem | null>(null);
  protected readonly ordering = new Busy();
  protected readonly sizeOf = fileSizeText;
  protected readonly days = DAYS_OF_EXPORT;

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      this.isGone = true;
      clearTimeout(this.polling);
    });
    effect(() => {
      const id = this.organization.id();
      untracked(() => {
        this.exports.set([]);
        if (id) void this.load();
      });
    });
  }

  protected contentOf({ id }: OrganizationExportDto): string {
    return this.api.url('/exports/{id}/content', { id });
  }

  protected async order(): Promise<void> {
    this.problem.set(null);
    try {
      await this.ordering.run(() => this.api.post('/exports'), this.organization.id());
    } catch (error) {
      this.problem.set(problemOf(error));
    }
    await this.load();
  }

  /** Until nothing is underway; a lost connection does not stop the making, it is asked for again. */
  private async load(): Promise<void> {
    clearTimeout(this.polling);
    const id = this.organization.id();
    try {
      const exports = await this.api.get('/exports');
      if (id !== this.organization.id()) return;
      this.exports.set(exports);
    } catch (error) {
      const problem = problemOf(error);
      if (!problem.isOffline) {
        if (id === this.organization.id()) this.problem.set(problem);
        return;
      }
    }
    if (this.underway() && !this.isGone)
      this.polling = setTimeout(() => void this.load(), pollMilliseconds);
  }
}
