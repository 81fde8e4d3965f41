import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { ProblemNotice } from '../errors/problem-notice';
import { problemOf } from '../errors/problem';
import type { DownloadState } from './download-states';

/** Beside a link: how far its file is, with a way to give it up, or why there is none. */
@Component({
  selector: 'lx-download-status',
  imports: [ProblemNotice, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <span role="status" class="small">
        @if (waiting(); as state) {
          <span data-testid="download-state">{{
            state.before ? t('download.waiting', { before: state.before }) : t('download.making')
          }}</span>
        }
      </span>
      @if (waiting()) {
        <button
          type="button"
          class="plain small"
          (click)="closed.emit()"
          data-testid="download-cancel"
        >
          {{ t('actions.cancel') }}
        </button>
      }
      @if (problem(); as problem) {
        <lx-problem-notice [problem]="problem" />
        <button
          type="button"
          class="plain"
          [attr.aria-label]="t('actions.close')"
          (click)="closed.emit()"
          data-testid="download-close"
        >
          ×
        </button>
      }
    </ng-container>
  `,
  styles: `
    :host {
      display: inline-flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--lx-gap-2);
      margin-left: var(--lx-gap-2);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DownloadStatus {
  readonly state = input.required<DownloadState>();
  /** Given up, or read and closed. */
  readonly closed = output();

  protected readonly waiting = computed(() => {
    const state = this.state();
    return state.kind === 'waiting' ? state : null;
  });
  protected readonly problem = computed(() => {
    const state = this.state();
    return state.kind === 'failed' ? problemOf(state.error) : null;
  });
}
