import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { type Scheme, listItems, textIn } from '@liangxing/scheme';
import type { ItemScoreState, Score } from '@liangxing/scoring';
import { LanguageService } from '../../core/i18n/language.service';
import { sectionName } from './grade-view';

const shownStates = ['met', 'partly', 'not_met', 'not_applicable', 'unanswered'] as const;

/** A scheme without points: how far each section is ready, and what is not. */
@Component({
  selector: 'lx-readiness-table',
  imports: [RouterLink, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <table class="dense" data-testid="readiness-table">
        <thead>
          <tr>
            <th scope="col">{{ t('gaps.section') }}</th>
            @for (state of states; track state) {
              <th scope="col" class="figure">{{ t('gaps.states.' + state) }}</th>
            }
            <th scope="col" class="figure">{{ t('gaps.readiness') }}</th>
          </tr>
        </thead>
        <tbody>
          @for (section of score().sections; track section.sectionId) {
            <tr>
              <th scope="row">{{ name(section.sectionId) }}</th>
              @for (state of states; track state) {
                <td class="figure">
                  {{
                    section.states[state] +
                      (state === 'not_applicable' ? section.states.proposed_not_applicable : 0)
                  }}
                </td>
              }
              <td class="figure">{{ percent(section.readiness) }}</td>
            </tr>
          }
        </tbody>
      </table>
      <h3>{{ t('gaps.open', { count: open().length }) }}</h3>
      <ul class="open">
        @for (item of open(); track item.id) {
          <li>
            <a
              routerLink="../assessment"
              queryParamsHandling="merge"
              [queryParams]="{ item: item.id }"
              >{{ item.id }}</a
            >
            {{ item.topic }}
            <span
              class="chip"
              [class.block]="item.state === 'not_met'"
              [class.warn]="item.state === 'partly'"
              >{{ t('gaps.states.' + item.state) }}</span
            >
          </li>
        }
      </ul>
    </ng-container>
  `,
  styles: `
    th[scope='row'] {
      border-bottom-color: var(--lx-line);
      color: var(--lx-ink);
      font-weight: 400;
      white-space: normal;
    }
    h3 {
      margin: 16px 0 6px;
    }
    a {
      text-decoration: underline;
      text-underline-offset: 3px;
    }
    .open {
      columns: 2;
      margin: 0;
      padding-left: 18px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReadinessTable {
  private readonly language = inject(LanguageService);

  readonly scheme = input.required<Scheme>();
  readonly score = input.required<Score>();

  protected readonly states = shownStates;
  /** Items not met or met only partly, the former first. */
  protected readonly open = computed(() => {
    const wanted: readonly ItemScoreState[] = ['not_met', 'partly'];
    const items = listItems(this.scheme()).map(({ item }) => ({
      id: item.id,
      topic: textIn(item.topic, this.language.current()),
      state: this.score().items[item.id]?.state ?? 'unanswered',
    }));
    return wanted.flatMap((state) => items.filter((item) => item.state === state));
  });

  protected name(sectionId: string): string {
    return sectionName(this.scheme(), sectionId, this.language.current());
  }

  protected percent(share: number | null): string {
    return share === null ? '—' : `${(share / 100).toFixed(1)}%`;
  }
}
