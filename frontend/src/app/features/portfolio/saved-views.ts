import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { MOST_VIEWS } from '@liangxing/contracts';
import { FocusFirst } from '../../core/focus/focus-first';
import { PortfolioStore } from './portfolio-store';

/** The own views: open one, keep the one that is shown under a name, remove one. */
@Component({
  selector: 'lx-saved-views',
  imports: [FocusFirst, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      @if (store.views().length > 0) {
        <select
          class="ant-input"
          data-testid="saved-views"
          [attr.aria-label]="t('portfolio.views.own')"
          (change)="open(choice.value)"
          #choice
        >
          <option value="" [selected]="chosen() === ''">{{ t('portfolio.views.own') }}</option>
          @for (view of store.views(); track view.name) {
            <option [value]="view.name" [selected]="chosen() === view.name">
              {{ view.name }}{{ view.isDefault ? t('portfolio.views.isDefault') : '' }}
            </option>
          }
        </select>
      }
      <button
        type="button"
        class="ant-btn"
        id="name-view"
        aria-controls="save-view"
        data-testid="save-view"
        [attr.aria-expanded]="isNaming()"
        (click)="isNaming.set(!isNaming())"
      >
        <span>{{ t('portfolio.views.save') }}</span>
      </button>
      @if (isNaming()) {
        <form id="save-view" novalidate (submit)="save($event, name.value, usual.checked)">
          <input
            class="ant-input"
            lxFocusFirst
            focusBack="name-view"
            maxlength="50"
            data-testid="view-name"
            [attr.aria-label]="t('portfolio.views.name')"
            [placeholder]="t('portfolio.views.name')"
            [attr.aria-invalid]="isNameless() || null"
            [attr.aria-describedby]="isNameless() ? 'view-nameless' : null"
            [value]="chosen()"
            #name
          />
          <label
            ><input type="checkbox" data-testid="view-default" [checked]="isDefault()" #usual />
            {{ t('portfolio.views.default') }}</label
          >
          <button
            type="submit"
            class="ant-btn ant-btn-primary"
            data-testid="view-keep"
            [disabled]="store.saving.isBusy()"
          >
            <span>{{ t('portfolio.views.keep') }}</span>
          </button>
          @if (chosen()) {
            <button
              type="button"
              class="ant-btn ant-btn-dangerous"
              data-testid="view-remove"
              [disabled]="store.saving.isBusy()"
              (click)="remove()"
            >
              <span>{{ t('portfolio.views.remove') }}</span>
            </button>
          }
          @if (isNameless()) {
            <span id="view-nameless" class="problem blocks" role="alert">{{
              t('portfolio.views.nameless')
            }}</span>
          }
          @if (isFull()) {
            <span class="blocks" role="alert">{{ t('portfolio.views.full') }}</span>
          }
        </form>
      }
    </ng-container>
  `,
  styles: `
    :host,
    form {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--lx-gap-2);
    }
    select,
    form .ant-input {
      width: 150px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SavedViews {
  protected readonly store = inject(PortfolioStore);
  protected readonly isNaming = signal(false);
  protected readonly isNameless = signal(false);
  protected readonly isFull = signal(false);
  /** The view that was opened, while there is one of that name. */
  protected readonly chosen = computed(
    () => this.store.views().find(({ name }) => name === this.store.opened())?.name ?? '',
  );
  protected readonly isDefault = computed(
    () => this.store.views().find(({ name }) => name === this.chosen())?.isDefault ?? false,
  );

  protected open(name: string): void {
    this.store.opened.set(name);
    const view = this.store.views().find((one) => one.name === name);
    if (view !== undefined) this.store.open(view);
  }

  protected async save(event: Event, typed: string, isDefault: boolean): Promise<void> {
    event.preventDefault();
    const name = typed.trim();
    const views = this.store.views();
    this.isNameless.set(name === '');
    this.isFull.set(views.length >= MOST_VIEWS && !views.some((view) => view.name === name));
    if (this.isNameless() || this.isFull()) return;
    await this.store.save(name, isDefault);
    if (this.store.problem() !== null) return;
    this.store.opened.set(name);
    this.isNaming.set(false);
  }

  protected async remove(): Promise<void> {
    await this.store.remove(this.chosen());
    this.isNaming.set(false);
  }
}
