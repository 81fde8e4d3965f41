import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Problem } from './problem';

/** A failed request in words; the reference number only where someone has to look into it. */
@Component({
  selector: 'lx-problem-notice',
  imports: [TranslocoDirective],
  template: `
    @if (problem(); as problem) {
      <div class="notice" role="alert" data-testid="problem" *transloco="let t">
        <strong>{{ problem.title || t('errors.' + ownCode()) }}</strong>
        @if (problem.detail) {
          <span>{{ problem.detail }}</span>
        }
        @if (listFields()) {
          @for (field of listed(); track field.path + field.code) {
            <span class="small">{{ nameOf()(field.path) }}{{ field.message }}</span>
          }
        }
        @if (reference()) {
          <span class="small muted">{{ t('errors.reference') }} {{ reference() }}</span>
        }
      </div>
    }
  `,
  styles: `
    .notice {
      display: flex;
      flex-direction: column;
      margin-bottom: var(--lx-gap-3);
      padding: 6px 12px;
      border-left: 3px solid var(--lx-block);
      background: var(--lx-block-soft);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProblemNotice {
  readonly problem = input<Problem | null>(null);
  /** Also list the fields' messages, where the form does not show them itself. */
  readonly listFields = input(false);

  /** Paths of the fields whose messages stand at the fields. */
  readonly told = input<readonly string[]>([]);
  /** What stands before the message of a field, by its path: which one it is, where the message alone leaves that open. */
  readonly nameOf = input<(path: string) => string>(() => '');

  protected readonly listed = computed(() =>
    (this.problem()?.fields ?? []).filter(({ path }) => !this.told().includes(path)),
  );
  protected readonly ownCode = computed(() => {
    const problem = this.problem();
    if (!problem) return 'unexpected';
    if (problem.isOffline) return 'offline';
    return problem.status >= 500 ? 'server_error' : 'unexpected';
  });

  protected readonly reference = computed(() => {
    const problem = this.problem();
    if (!problem || problem.status < 500) return '';
    return problem.errorId || problem.correlationId;
  });
}
