import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  signal,
} from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { TimePipe } from '../../core/i18n/time.pipe';
import { Api } from '../../core/api/api';
import { LanguageService } from '../../core/i18n/language.service';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { changeWords } from './change-words';
import type { SystemChange } from './system';
import { SystemView } from './system-view';

/** Who changed what and when, the latest first; what was taken back is struck through. */
@Component({
  selector: 'lx-history-panel',
  imports: [TimePipe, ProblemNotice, TranslocoDirective],
  template: `
    <div class="scroll" data-testid="system-history" *transloco="let t">
      <lx-problem-notice [problem]="problem()" />
      @if (changes(); as list) {
        <table class="dense">
          <thead>
            <tr>
              <th scope="col">{{ t('systems.history.at') }}</th>
              <th scope="col">{{ t('systems.history.by') }}</th>
              <th scope="col">{{ t('systems.history.what') }}</th>
            </tr>
          </thead>
          <tbody>
            @for (change of list; track change.number) {
              <tr [class.undone]="change.isUndone">
                <td class="at">{{ change.at | lxTime }}</td>
                <td>{{ change.byName }}</td>
                <td>
                  @for (line of wordsOf(change); track $index) {
                    <div>{{ line }}</div>
                  }
                  @if (change.isUndone) {
                    <span class="chip">{{ t('systems.history.undone') }}</span>
                  }
                </td>
              </tr>
            } @empty {
              <tr>
                <td colspan="3" class="muted">{{ t('systems.history.none') }}</td>
              </tr>
            }
          </tbody>
        </table>
      }
    </div>
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
    }
    .scroll {
      flex: 1;
      min-height: 0;
      overflow-y: auto;
    }
    .at {
      white-space: nowrap;
    }
    .undone td {
      color: var(--lx-ink-3);
      text-decoration: line-through;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class HistoryPanel {
  private readonly api = inject(Api);
  private readonly opened = inject(SystemView);
  private readonly transloco = inject(TranslocoService);
  private readonly language = inject(LanguageService);

  protected readonly changes = signal<readonly SystemChange[] | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  private readonly titles = computed(
    () => new Map((this.opened.coverage()?.expectations ?? []).map(({ id, title }) => [id, title])),
  );

  constructor() {
    effect(() => {
      const system = this.opened.system();
      if (system !== null) void this.read(system.id);
    });
  }

  protected wordsOf(change: SystemChange): readonly string[] {
    const { byKey } = this.opened.index();
    const facts = {
      nodes: byKey,
      titles: this.titles(),
      standards: this.opened.standardById(),
      language: this.language.current(),
    };
    return changeWords(change, facts).map(({ key, params }) =>
      this.transloco.translate<string>(`systems.history.ops.${key}`, params),
    );
  }

  private async read(id: string): Promise<void> {
    try {
      this.changes.set(await this.api.get('/systems/{id}/changes', { id }));
      this.problem.set(null);
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }
}
