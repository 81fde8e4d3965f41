import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  signal,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { type LocalizedText, textIn } from '@liangxing/scheme';
import { Api } from '../../core/api/api';
import type { MaterialChangesDto } from '../../core/api/generated/openapi';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { LanguageService } from '../../core/i18n/language.service';
import { pointsText } from '../../core/i18n/points';
import { Newest } from '../../core/once/newest';

const LISTS = [
  ['standards', 'changedStandards'],
  ['evidence', 'changedEvidence'],
  ['actions', 'changedActions'],
] as const;

/** What a correction changed against the material before it, item by item. */
@Component({
  selector: 'lx-material-changes',
  imports: [ProblemNotice, TranslocoDirective],
  template: `
    <section *transloco="let t" data-testid="material-changes">
      <h3>{{ t('cases.changes') }}</h3>
      <lx-problem-notice [problem]="problem()" />
      @if (changes(); as all) {
        @if (isNothing()) {
          <p class="muted">{{ t('cases.noChanges') }}</p>
        }
        @if (all.profile.length > 0) {
          <h4>{{ t('cases.changedProfile') }}</h4>
          <ul>
            @for (field of all.profile; track field) {
              <li>{{ t('organizations.profile.fields.' + field) }}</li>
            }
          </ul>
        }
        @if (all.items.length > 0) {
          <h4>{{ t('cases.changedItems') }}</h4>
          <ul>
            @for (item of all.items; track item.itemId) {
              <li data-testid="changed-item">
                {{ item.itemId }} {{ textOf(item.topic) }}
                @if (item.stateBefore !== item.stateAfter) {
                  <span class="muted">{{
                    t('cases.from', {
                      before: t('cases.itemStates.' + item.stateBefore),
                      after: t('cases.itemStates.' + item.stateAfter),
                    })
                  }}</span>
                }
                @if (item.earnedBefore !== item.earnedAfter) {
                  <span class="figure">{{
                    t('cases.from', {
                      before: points(item.earnedBefore ?? 0),
                      after: points(item.earnedAfter ?? 0),
                    })
                  }}</span>
                }
              </li>
            }
          </ul>
        }
        @if (all.parts.length > 0) {
          <h4>{{ t('cases.changedParts') }}</h4>
          <ul>
            @for (part of all.parts; track part) {
              <li>{{ t('cases.parts.' + part) }}</li>
            }
          </ul>
        }
        @for (list of lists; track list[0]) {
          @if (all[list[0]].length > 0) {
            <h4>{{ t('cases.' + list[1]) }}</h4>
            <ul>
              @for (entry of all[list[0]]; track $index) {
                <li>
                  <span class="chip">{{ t('cases.change.' + entry.change) }}</span> {{ entry.name }}
                </li>
              }
            </ul>
          }
        }
      }
    </section>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MaterialChanges {
  private readonly api = inject(Api);
  private readonly language = inject(LanguageService);
  private readonly newest = new Newest();

  /** Of the case. */
  readonly id = input.required<string>();
  readonly material = input.required<number>();

  protected readonly lists = LISTS;
  protected readonly points = pointsText;
  protected readonly changes = signal<MaterialChangesDto | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly isNothing = computed(() => {
    const all = this.changes();
    return all !== null && Object.values(all).every(({ length }) => length === 0);
  });

  constructor() {
    effect(() => void this.load(this.id(), this.material()));
  }

  protected textOf(text: LocalizedText): string {
    return textIn(text, this.language.current());
  }

  private async load(id: string, material: number): Promise<void> {
    const isNewest = this.newest.ask();
    try {
      const asked = { id, material };
      const found = await this.api.get('/cases/{id}/materials/{material}/changes', asked);
      if (isNewest()) this.changes.set(found);
    } catch (error) {
      if (isNewest()) this.problem.set(problemOf(error));
    }
  }
}
