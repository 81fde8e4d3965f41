import {
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  afterNextRender,
  effect,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { DomSanitizer, type SafeResourceUrl } from '@angular/platform-browser';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Dossier } from './dossier';

/** The PDF on top of the page, in the browser's own viewer. */
@Component({
  selector: 'lx-dossier-preview',
  imports: [TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <dialog
        #dialog
        aria-labelledby="preview-title"
        (close)="closed.emit()"
        data-testid="dossier-preview"
      >
        <header>
          <h2 id="preview-title">{{ t('dossiers.previewOf', { number: dossier().number }) }}</h2>
          <button
            type="button"
            class="ant-btn"
            (click)="dialog.close()"
            data-testid="close-preview"
          >
            <span>{{ t('actions.close') }}</span>
          </button>
        </header>
        @if (address(); as src) {
          <iframe
            [src]="src"
            [title]="t('dossiers.previewOf', { number: dossier().number })"
          ></iframe>
        }
      </dialog>
    </ng-container>
  `,
  styles: `
    dialog {
      width: min(1000px, 96vw);
      height: 94vh;
      max-height: none;
      margin: auto 0 auto auto;
      padding: 0;
      border: 1px solid var(--lx-line-strong);
    }
    dialog::backdrop {
      background: rgb(29 37 41 / 35%);
    }
    header {
      display: flex;
      align-items: center;
      justify-content: space-between;
      height: 48px;
      padding: 0 16px;
      border-bottom: 1px solid var(--lx-line);
    }
    iframe {
      display: block;
      width: 100%;
      height: calc(100% - 48px);
      border: 0;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DossierPreview {
  private readonly sanitizer = inject(DomSanitizer);
  private readonly dialog = viewChild<ElementRef<HTMLDialogElement>>('dialog');
  readonly dossier = input.required<Dossier>();
  readonly file = input.required<Blob>();
  readonly closed = output();

  protected readonly address = signal<SafeResourceUrl | null>(null);

  constructor() {
    afterNextRender(() => this.dialog()?.nativeElement.showModal());
    effect((onCleanup) => {
      const url = URL.createObjectURL(new Blob([this.file()], { type: 'application/pdf' }));
      // A blob of our own server's answer, never an address that someone typed.
      this.address.set(this.sanitizer.bypassSecurityTrustResourceUrl(url));
      onCleanup(() => URL.revokeObjectURL(url));
    });
  }
}
