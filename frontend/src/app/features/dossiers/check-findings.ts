import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Finding } from './dossier';
import { groupFindings } from './finding-places';

/** Groups of more findings than this are folded. */
const foldAbove = 4;

/** What the checker found, each with the way to the place where it is mended. */
@Component({
  selector: 'lx-check-findings',
  imports: [RouterLink, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      @for (group of groups(); track group.code) {
        <details
          class="group"
          [class]="group.severity"
          [open]="group.findings.length <= fold"
          [attr.data-code]="group.code"
          data-testid="finding-group"
        >
          <summary>
            <span
              class="chip"
              [class.block]="group.severity === 'error'"
              [class.warn]="group.severity === 'warning'"
              >{{ t('dossiers.severity.' + group.severity) }}</span
            >
            {{ t('dossiers.finding.' + group.code) }}
            <span class="figure muted">{{ group.findings.length }}</span>
          </summary>
          <ul>
            @for (each of group.findings; track $index) {
              <li data-testid="finding">
                {{ each.finding.message }}
                @if (each.place; as place) {
                  @if (place.anchor) {
                    <button
                      type="button"
                      class="plain"
                      (click)="report.emit(place.query['field'] ?? '')"
                    >
                      {{ t('dossiers.mend') }}
                    </button>
                  } @else {
                    <a
                      [routerLink]="['..'].concat(place.path.split('/'))"
                      [queryParams]="place.query"
                      >{{ t('dossiers.mend') }}</a
                    >
                  }
                }
              </li>
            }
          </ul>
        </details>
      } @empty {
        <p class="good">{{ t('dossiers.noFindings') }}</p>
      }
    </ng-container>
  `,
  styles: `
    .group {
      padding: 5px 0;
      border-bottom: 1px solid var(--lx-line);
    }
    summary {
      cursor: pointer;
    }
    .figure {
      margin-left: 6px;
    }
    ul {
      margin: 4px 0 2px;
      padding-left: 22px;
      color: var(--lx-ink-2);
      font-size: 13px;
    }
    a {
      text-decoration: underline;
      text-underline-offset: 3px;
    }
    .good {
      color: var(--lx-good);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CheckFindings {
  readonly findings = input.required<readonly Finding[]>();
  /** A field of the report on this page is wanted; empty: any. */
  readonly report = output<string>();

  protected readonly fold = foldAbove;
  protected readonly groups = computed(() => groupFindings(this.findings()));
}
