import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Problem } from '../../core/errors/problem';
import type { TouchedStandard } from './standard-import';

/** So many are named; the others are counted. */
const MOST_NAMED = 20;

/** An undo that would touch later work: what it is about, and the choice to keep that and undo the rest. */
@Component({
  selector: 'lx-undo-conflict',
  imports: [TranslocoDirective],
  template: `
    <section class="conflict" *transloco="let t" data-testid="undo-conflict" role="alert">
      <p>{{ t('standards.imports.changedSince', { count: rows().length }) }}</p>
      <ul>
        @for (row of named(); track row.standardId) {
          <li>
            {{ row.number }} {{ row.title }}
            <span class="muted">{{ t('standards.imports.reasons.' + row.reason) }}</span>
          </li>
        }
        @if (rows().length > named().length) {
          <li>…</li>
        }
      </ul>
      <button
        type="button"
        class="ant-btn ant-btn-primary"
        data-testid="keep-changed"
        (click)="keep.emit()"
      >
        <span>{{ t('standards.imports.keepChanged', { count: rows().length }) }}</span>
      </button>
      <button type="button" class="ant-btn" data-testid="do-not-undo" (click)="giveUp.emit()">
        <span>{{ t('standards.imports.keepAll') }}</span>
      </button>
    </section>
  `,
  styles: `
    .conflict {
      margin: 12px auto;
      padding: 8px 12px;
      border-left: 3px solid var(--lx-warn);
      background: var(--lx-paper-2);
      text-align: left;
    }
    ul {
      max-height: 240px;
      margin: 0 0 8px;
      overflow: auto;
    }
    button + button {
      margin-left: 8px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class UndoConflict {
  readonly problem = input.required<Problem>();
  readonly keep = output();
  readonly giveUp = output();

  protected readonly rows = computed(
    () => (this.problem().current as { readonly rows?: readonly TouchedStandard[] }).rows ?? [],
  );
  protected readonly named = computed(() => this.rows().slice(0, MOST_NAMED));
}

/** True for the refusal that `UndoConflict` speaks of. */
export const isUndoConflict = (problem: Problem | null): problem is Problem =>
  problem?.code === 'import_rows_changed' && problem.current !== undefined;
