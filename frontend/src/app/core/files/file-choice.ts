import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';

/**
 * Stands around an `<input type="file">` and says in the product's language what the browser would say in its own: the
 * button and the chosen file. The input inside stays what is clicked, focused and named.
 */
@Component({
  selector: 'label[lxFileChoice]',
  imports: [TranslocoDirective],
  template: `
    <ng-content />
    <ng-container *transloco="let t">
      <span class="ant-btn" aria-hidden="true"
        ><span>{{ t('file.choose') }}</span></span
      >
      <span class="muted" aria-live="polite">{{ name() ?? t('file.none') }}</span>
    </ng-container>
  `,
  styles: `
    :host {
      display: flex;
      gap: var(--lx-gap-2);
      align-items: center;
      width: fit-content;
      max-width: 100%;
      overflow-wrap: anywhere;
    }

    .ant-btn {
      flex: none;
    }

    :host:has(:focus-visible) .ant-btn {
      outline: 2px solid var(--lx-accent);
      outline-offset: 2px;
    }
  `,
  host: { '(change)': 'tell($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FileChoice {
  protected readonly name = signal<string | null>(null);

  protected tell({ target }: Event): void {
    if (target instanceof HTMLInputElement) this.name.set(target.files?.item(0)?.name ?? null);
  }
}
