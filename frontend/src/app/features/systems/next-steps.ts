import { ChangeDetectionStrategy, Component, inject, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { CurrentOrganization } from '../../core/session/current-organization';
import { draftQuery } from './draft-query';
import type { SystemStep } from './system';
import { SystemProgressService } from './system-progress.service';
import { SystemStore } from './system-store';

/** 下一步: the most useful first, each with what opens the place where it is done. */
@Component({
  selector: 'lx-next-steps',
  imports: [RouterLink, TranslocoDirective],
  template: `
    <div class="scroll" data-testid="next-steps" *transloco="let t">
      @if (store.system()?.isPrimary === false) {
        <p class="muted small">{{ t('systems.steps.primaryOnly') }}</p>
      }
      @if (progress.current(); as current) {
        <p class="muted small">{{ t('systems.steps.count', { count: current.open }) }}</p>
        <ol>
          @for (step of current.steps; track $index) {
            <li [attr.data-testid]="'step-' + step.kind">
              <span class="kind">{{ t('systems.steps.kinds.' + step.kind) }}</span>
              <span class="reason">{{ step.reason }}</span>
              <span class="do">
                @switch (step.kind) {
                  @case ('place_standards') {
                    <button type="button" class="ant-btn ant-btn-sm" (click)="unplaced.emit()">
                      <span>{{ t('systems.steps.place') }}</span>
                    </button>
                  }
                  @case ('replace_withdrawn') {
                    <a class="ant-btn ant-btn-sm" [routerLink]="to('standards', 'currency')">{{
                      t('systems.steps.currency')
                    }}</a>
                  }
                  @default {
                    @if (draftOf(step); as query) {
                      <a
                        class="ant-btn ant-btn-sm"
                        [routerLink]="to('system', 'drafts')"
                        [queryParams]="query"
                        >{{ t('systems.expectations.draft') }}</a
                      >
                    }
                    @if (nodeOf(step); as key) {
                      <button
                        type="button"
                        class="ant-btn ant-btn-sm"
                        data-testid="step-show"
                        (click)="show.emit(key)"
                      >
                        <span>{{ t('systems.steps.show') }}</span>
                      </button>
                    }
                  }
                }
              </span>
            </li>
          }
        </ol>
      } @else {
        <p class="muted" role="status">{{ t('actions.loading') }}</p>
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
    ol {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: grid;
      grid-template-columns: 84px minmax(0, 1fr) auto;
      gap: var(--lx-gap-3);
      align-items: baseline;
      padding: 6px 0;
      border-bottom: 1px solid var(--lx-line);
    }
    .kind {
      color: var(--lx-accent-strong);
      font-size: 12px;
    }
    .do {
      display: flex;
      gap: var(--lx-gap-1);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NextSteps {
  private readonly organization = inject(CurrentOrganization);
  protected readonly progress = inject(SystemProgressService);
  protected readonly store = inject(SystemStore);

  readonly show = output<string>();
  readonly unplaced = output();

  protected to(...path: readonly string[]): readonly string[] {
    return ['/o', this.organization.id(), ...path];
  }

  /** The first of its nodes that stands in the system that is open. */
  protected nodeOf(step: SystemStep): string | undefined {
    return step.nodes.find((key) => this.store.index().byKey.has(key));
  }

  protected draftOf({ kind, expectation }: SystemStep): Record<string, string> | null {
    if (kind !== 'write_standard' && kind !== 'add_usual') return null;
    const found = this.store.coverage()?.expectations.find(({ id }) => id === expectation);
    return found === undefined || found.level === 'external' ? null : draftQuery(found);
  }
}
