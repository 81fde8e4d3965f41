import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { DueOfClientDto } from '../../core/api/generated/openapi';
import { pageOfDue } from './due-pages';

/** What is due, the earliest first: day, what, who, at which client; each leads into the client. */
@Component({
  selector: 'lx-due-list',
  imports: [RouterLink, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      @if (dates().length === 0) {
        <p class="muted">{{ t('portfolio.nothingDue') }}</p>
      } @else {
        <div class="scroll" tabindex="0" role="group" [attr.aria-label]="t('portfolio.due.list')">
          <table class="dense">
            <thead>
              <tr>
                <th scope="col">{{ t('portfolio.due.on') }}</th>
                @if (!isOfOne()) {
                  <th scope="col">{{ t('portfolio.columns.name') }}</th>
                }
                <th scope="col">{{ t('portfolio.due.kind') }}</th>
                <th scope="col">{{ t('portfolio.due.title') }}</th>
                <th scope="col">{{ t('portfolio.due.owner') }}</th>
              </tr>
            </thead>
            <tbody>
              @for (date of dates(); track date.clientId + date.kind + date.subjectId) {
                <tr data-testid="due-date">
                  <td class="figure">{{ date.dueOn }}</td>
                  @if (!isOfOne()) {
                    <td>{{ date.clientName }}</td>
                  }
                  <td>{{ t('portfolio.kinds.' + date.kind) }}</td>
                  <td>
                    <a [routerLink]="pageOf(date)">{{
                      date.title || t('portfolio.due.untitled', { number: date.number })
                    }}</a>
                  </td>
                  <td>{{ date.owner }}</td>
                </tr>
              }
            </tbody>
          </table>
        </div>
      }
    </ng-container>
  `,
  styles: `
    .scroll {
      overflow-x: auto;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DueList {
  readonly dates = input.required<readonly DueOfClientDto[]>();
  /** All of one client, whose name stands above. */
  readonly isOfOne = input(false);

  protected readonly pageOf = pageOfDue;
}
