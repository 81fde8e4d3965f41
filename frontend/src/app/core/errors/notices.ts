import { ChangeDetectionStrategy, Component, Injectable, inject, signal } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { type Notice, withNotice } from './notice-list';
import { problemOf } from './problem';

/** Short messages at the foot of the page; one may carry an action such as 撤销. */
@Injectable({ providedIn: 'root' })
export class Notices {
  private readonly transloco = inject(TranslocoService);
  private readonly list = signal<readonly Notice[]>([]);
  private nextId = 1;

  readonly all = this.list.asReadonly();

  /** Says that something was done; stays longer when it can be undone. */
  done(text: string, action?: Notice['action']): void {
    this.add({ text, kind: 'done', ...(action ? { action } : {}) }, action ? 10_000 : 4_000);
  }

  /** Says what stands in the way, and a way out of it. */
  told(text: string, action: NonNullable<Notice['action']>): void {
    this.add({ text, kind: 'block', action }, 20_000);
  }

  /** Says that something failed, in the server's words where it has any. */
  failed(error: unknown): void {
    const problem = problemOf(error);
    const code = problem.isOffline
      ? 'offline'
      : problem.status >= 500
        ? 'server_error'
        : 'unexpected';
    const title = problem.title || this.transloco.translate(`errors.${code}`);
    const reference = problem.status >= 500 ? problem.errorId || problem.correlationId : '';
    const text = [title, problem.detail, reference].filter(Boolean).join(' · ');
    this.add({ text, kind: 'block' }, 12_000);
  }

  dismiss(id: number): void {
    this.list.update((list) => list.filter((notice) => notice.id !== id));
  }

  private add(notice: Omit<Notice, 'id'>, milliseconds: number): void {
    const id = this.nextId++;
    this.list.update((list) => withNotice(list, { ...notice, id }));
    setTimeout(() => this.dismiss(id), milliseconds);
  }
}

@Component({
  selector: 'lx-notices',
  imports: [TranslocoDirective],
  template: `
    <div class="region" role="status" aria-live="polite" *transloco="let t">
      @for (notice of notices.all(); track notice.id) {
        <div class="notice" [class.block]="notice.kind === 'block'" data-testid="notice">
          <span>{{ notice.text }}</span>
          @if (notice.action; as action) {
            <button type="button" data-testid="notice-action" (click)="run(notice)">
              {{ action.label }}
            </button>
          }
          <button
            type="button"
            class="close"
            [attr.aria-label]="t('actions.close')"
            (click)="notices.dismiss(notice.id)"
          >
            ×
          </button>
        </div>
      }
    </div>
  `,
  styles: `
    .region {
      position: fixed;
      right: 24px;
      bottom: 24px;
      z-index: 1100;
      display: flex;
      flex-direction: column;
      gap: 8px;
      max-width: min(560px, calc(100vw - 48px));
    }
    .notice {
      display: flex;
      gap: 12px;
      align-items: baseline;
      padding: 8px 12px;
      border-radius: var(--lx-radius);
      background: var(--lx-ink);
      color: #fff;
      box-shadow: 0 4px 16px rgb(20 40 45 / 20%);
    }
    .notice > span {
      flex: 1;
    }
    .notice.block {
      background: var(--lx-block);
    }
    button {
      padding: 0;
      border: 0;
      background: none;
      color: inherit;
      font: inherit;
      text-decoration: underline;
      cursor: pointer;
    }
    .close {
      text-decoration: none;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NoticeRegion {
  protected readonly notices = inject(Notices);

  protected run(notice: Notice): void {
    this.notices.dismiss(notice.id);
    notice.action?.run();
  }
}
