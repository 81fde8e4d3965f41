import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { type Scheme, textIn } from '@liangxing/scheme';
import { type ItemReadiness, NEEDS, summariseReadiness } from '@liangxing/scoring';
import { LanguageService } from '../../core/i18n/language.service';

const shownStates = ['met', 'partly', 'not_met', 'unknown', 'not_applicable'] as const;

/** A scheme without points: how many items of each need and topic are met. There is no single figure. */
@Component({
  selector: 'lx-readiness-table',
  imports: [TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <table class="dense" data-testid="readiness-needs">
        <thead>
          <tr>
            <th scope="col">{{ t('gaps.need') }}</th>
            @for (state of states; track state) {
              <th scope="col" class="figure">{{ t('gaps.states.' + state) }}</th>
            }
          </tr>
        </thead>
        <tbody>
          @for (need of needs; track need) {
            <tr [attr.data-need]="need">
              <th scope="row">{{ t('gaps.needs.' + need) }}</th>
              @for (state of states; track state) {
                <td class="figure">{{ summary().byNeed[need][state] }}</td>
              }
            </tr>
          }
        </tbody>
      </table>
      <h3>{{ t('gaps.byTopic') }}</h3>
      <table class="dense" data-testid="readiness-table">
        <thead>
          <tr>
            <th scope="col">{{ t('gaps.topic') }}</th>
            @for (state of states; track state) {
              <th scope="col" class="figure">{{ t('gaps.states.' + state) }}</th>
            }
            <th scope="col" class="share">{{ t('gaps.metOf') }}</th>
          </tr>
        </thead>
        @for (section of sections(); track section.id) {
          <tbody>
            <tr>
              <th scope="rowgroup" class="part" [attr.colspan]="states.length + 2">
                {{ section.title }}
              </th>
            </tr>
            @for (group of section.groups; track group.groupId) {
              <tr>
                <th scope="row">{{ group.title }}</th>
                @for (state of states; track state) {
                  <td class="figure">{{ group.counts[state] || '' }}</td>
                }
                <td class="share">
                  <span class="figure">{{ group.counts.met }} / {{ group.items }}</span>
                  <span class="bar" aria-hidden="true"
                    ><i
                      [style.width.%]="group.items ? (group.counts.met / group.items) * 100 : 0"
                    ></i
                  ></span>
                </td>
              </tr>
            }
          </tbody>
        }
      </table>
    </ng-container>
  `,
  styles: `
    th[scope='row'] {
      border-bottom-color: var(--lx-line);
      color: var(--lx-ink);
      font-weight: 400;
      white-space: normal;
    }
    .part {
      color: var(--lx-ink-2);
      white-space: normal;
    }
    h3 {
      margin: 18px 0 6px;
    }
    .share {
      width: 20%;
    }
    .bar {
      display: inline-block;
      width: 60%;
      height: 4px;
      margin-left: 8px;
      background: var(--lx-paper-3);
      vertical-align: middle;
    }
    .bar i {
      display: block;
      height: 100%;
      background: var(--lx-accent);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReadinessTable {
  private readonly language = inject(LanguageService);

  readonly scheme = input.required<Scheme>();
  readonly readiness = input.required<readonly ItemReadiness[]>();

  protected readonly states = shownStates;
  protected readonly needs = NEEDS;
  protected readonly summary = computed(() => summariseReadiness(this.scheme(), this.readiness()));
  protected readonly sections = computed(() => {
    const language = this.language.current();
    const byId = new Map(this.summary().groups.map((group) => [group.groupId, group]));
    return this.scheme().sections.map((section) => ({
      id: section.id,
      title: textIn(section.title, language),
      groups: section.groups.flatMap(({ id, title }) => {
        const found = byId.get(id);
        return found ? [{ ...found, title: textIn(title, language) }] : [];
      }),
    }));
  });
}
