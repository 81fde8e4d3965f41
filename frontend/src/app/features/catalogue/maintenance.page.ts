import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { CatalogueImports } from './catalogue-imports';
import { ReceivedFeedback } from './received-feedback';

const VIEWS = ['imports', 'feedback'] as const;
type View = (typeof VIEWS)[number];

/** 标准目录维护: files into the catalogue, and answers to its readers. For its maintainers only. */
@Component({
  selector: 'lx-maintenance-page',
  imports: [CatalogueImports, ReceivedFeedback, TranslocoDirective],
  template: `
    <div class="page" *transloco="let t">
      <header class="page-header">
        <h1>{{ t('screens.catalogueMaintenance') }}</h1>
        <span class="muted">{{ t('catalogue.maintenance.forAll') }}</span>
      </header>
      <div class="views" role="group" [attr.aria-label]="t('screens.catalogueMaintenance')">
        @for (each of views; track each) {
          <button
            type="button"
            class="view"
            [attr.aria-pressed]="view() === each"
            [attr.data-testid]="'maintain-' + each"
            (click)="view.set(each)"
          >
            {{ t('catalogue.maintenance.views.' + each) }}
          </button>
        }
      </div>
      @if (view() === 'imports') {
        <lx-catalogue-imports />
      } @else {
        <lx-received-feedback />
      }
    </div>
  `,
  styleUrl: './currency-views.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MaintenancePage {
  protected readonly views = VIEWS;
  protected readonly view = signal<View>('imports');
}
