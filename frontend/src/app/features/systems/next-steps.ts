import { ChangeDetectionStrategy, Component, computed, inject, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { SystemNode } from '@liangxing/system-structure';
import { CurrentOrganization } from '../../core/session/current-organization';
import { draftQuery } from './draft-query';
import { NodeActions } from './node-actions';
import { groupSteps, type StepGroup } from './step-groups';
import type { ExpectationStatus, SystemStep } from './system';
import { SystemProgressService } from './system-progress.service';
import { SystemView } from './system-view';
import { TakeUp } from './take-up';

/** 下一步: the most useful first, each with what opens the place where it is done. */
@Component({
  selector: 'lx-next-steps',
  imports: [RouterLink, TakeUp, TranslocoDirective],
  template: `
    <div class="scroll" data-testid="next-steps" *transloco="let t">
      @if (opened.system()?.isPrimary === false) {
        <p class="muted small">{{ t('systems.steps.primaryOnly') }}</p>
      }
      @if (progress.current(); as current) {
        <p class="muted small">
          {{ t('systems.steps.count', { count: groups().length }) }}
          @if (missing() > 1 && opened.canWrite()) {
            <a
              [routerLink]="to('system', 'drafts')"
              [queryParams]="{ view: 'missing' }"
              data-testid="draft-missing"
              >{{ t('systems.steps.draftMissing', { count: missing() }) }}</a
            >
          }
        </p>
        <ol>
          @for (group of groups(); track $index) {
            <li [attr.data-testid]="'step-' + group.kind">
              <span class="kind">{{ t('systems.steps.kinds.' + group.kind) }}</span>
              @if (group.steps.length > 1) {
                <span class="reason">
                  {{
                    t('systems.steps.several.' + group.kind, {
                      node: labelOf(group.node),
                      count: group.steps.length,
                      items: group.steps[0]?.items?.length ?? 0,
                    })
                  }}
                  <ul>
                    @for (step of group.steps; track step.expectation) {
                      <li>
                        {{ titleOf(step) }}
                        @if (draftOf(step); as query) {
                          <a [routerLink]="to('system', 'drafts')" [queryParams]="query">{{
                            t('systems.expectations.draft')
                          }}</a>
                        }
                        @if (adoptable(step); as expectation) {
                          <lx-take-up [expectation]="expectation" />
                        }
                      </li>
                    }
                  </ul>
                </span>
              } @else {
                <span class="reason">
                  {{ group.steps[0]?.reason }}
                  @if (group.kind === 'decide_trims' && opened.canWrite()) {
                    <ul data-testid="open-trims">
                      @for (node of nodesOf(group.steps[0]); track node.key) {
                        <li>
                          {{ actions.labelOf(node) }}
                          <button type="button" class="link" (click)="actions.trim(node)">
                            {{ t('systems.node.trim') }}
                          </button>
                          <button
                            type="button"
                            class="link"
                            data-testid="keep-node"
                            (click)="actions.keep([node])"
                          >
                            {{ t('systems.steps.keep') }}
                          </button>
                        </li>
                      }
                    </ul>
                  }
                </span>
              }
              <span class="do">
                @switch (group.kind) {
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
                  @case ('decide_trims') {
                    @if (opened.canWrite()) {
                      <button
                        type="button"
                        class="ant-btn ant-btn-sm"
                        data-testid="keep-all"
                        (click)="actions.keep(nodesOf(group.steps[0]))"
                      >
                        <span>{{ t('systems.steps.keepAll') }}</span>
                      </button>
                    }
                  }
                  @default {
                    @if (group.steps.length === 1 && draftOf(group.steps[0]); as query) {
                      <a
                        class="ant-btn ant-btn-sm"
                        [routerLink]="to('system', 'drafts')"
                        [queryParams]="query"
                        >{{ t('systems.expectations.draft') }}</a
                      >
                    }
                    @if (group.steps.length === 1 && adoptable(group.steps[0]); as expectation) {
                      <lx-take-up [expectation]="expectation" />
                    }
                    @if (shownNode(group); as key) {
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
    ul {
      margin: var(--lx-gap-1) 0 0;
      padding-left: var(--lx-gap-4);
    }
    .link {
      margin-left: var(--lx-gap-1);
      padding: 0;
      border: 0;
      background: none;
      color: var(--lx-accent-strong);
      font: inherit;
      cursor: pointer;
    }
    ol > li {
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
  protected readonly actions = inject(NodeActions);
  protected readonly progress = inject(SystemProgressService);
  protected readonly opened = inject(SystemView);

  protected readonly groups = computed(() => groupSteps(this.progress.current()?.steps ?? []));
  /** Essential standards that the enterprise has to write itself. */
  protected readonly missing = computed(
    () =>
      (this.opened.coverage()?.expectations ?? []).filter(
        ({ state, level, isEssential }) =>
          state === 'missing' && level !== 'external' && isEssential,
      ).length,
  );
  private readonly expectations = computed(
    () => new Map((this.opened.coverage()?.expectations ?? []).map((one) => [one.id, one])),
  );

  readonly show = output<string>();
  readonly unplaced = output();

  protected to(...path: readonly string[]): readonly string[] {
    return ['/o', this.organization.id(), ...path];
  }

  /** Its node, where it stands in the system that is open. */
  protected shownNode({ node }: StepGroup): string | undefined {
    return node !== undefined && this.opened.index().byKey.has(node) ? node : undefined;
  }

  protected nodesOf(step: SystemStep | undefined): readonly SystemNode[] {
    const { byKey } = this.opened.index();
    return (step?.nodes ?? []).flatMap((key) => byKey.get(key) ?? []);
  }

  protected labelOf(key: string | undefined): string {
    const node = this.opened.index().byKey.get(key ?? '');
    return node === undefined ? '' : this.actions.labelOf(node);
  }

  protected titleOf({ expectation, reason }: SystemStep): string {
    return this.expectations().get(expectation ?? '')?.title ?? reason;
  }

  /** A public standard that can be taken into the register by its number. */
  protected adoptable(step: SystemStep | undefined): ExpectationStatus | null {
    if (step?.kind !== 'adopt_standard' || !this.opened.canWrite()) return null;
    const found = this.expectations().get(step.expectation ?? '');
    return found?.number ? found : null;
  }

  protected draftOf(step: SystemStep | undefined): Record<string, string> | null {
    if (step?.kind !== 'write_standard' && step?.kind !== 'add_usual') return null;
    const found = this.expectations().get(step.expectation ?? '');
    return found === undefined || found.level === 'external' ? null : draftQuery(found);
  }
}
