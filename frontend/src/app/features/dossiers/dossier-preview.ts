import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, DestroyRef, inject } from '@angular/core';
import { DomSanitizer } from '@angular/platform-browser';
import { TranslocoDirective } from '@jsverse/transloco';
import { ModalTitle } from '../../core/dialog/modal-title';
import type { Dossier } from './dossier';

export interface AskedDossier {
  readonly dossier: Dossier;
  readonly file: Blob;
}

/**
 * The PDF on top of the page, in the browser's own viewer: a document of its own, out of which no key comes back, Esc
 * included. The button that closes it has the focus first, and stands before it and, as the focus stays in the dialog,
 * behind it.
 */
@Component({
  selector: 'lx-dossier-preview',
  imports: [ModalTitle, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <header>
        <h2 lxModalTitle>{{ t('dossiers.previewOf', { number: asked.dossier.number }) }}</h2>
        <span id="preview-keys" class="small muted">{{ t('dossiers.previewKeys') }}</span>
        <button
          type="button"
          class="ant-btn"
          aria-describedby="preview-keys"
          (click)="dialog.close()"
          data-testid="close-preview"
        >
          <span>{{ t('actions.close') }}</span>
        </button>
      </header>
      <iframe
        [src]="address"
        [title]="t('dossiers.previewOf', { number: asked.dossier.number })"
      ></iframe>
    </ng-container>
  `,
  styles: `
    :host {
      display: block;
      height: 100%;
    }
    h2 {
      flex: 1;
      margin: 0;
    }
    header {
      display: flex;
      align-items: center;
      gap: 16px;
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
  host: { 'data-testid': 'dossier-preview' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DossierPreview {
  protected readonly dialog = inject(DialogRef);
  protected readonly asked = inject<AskedDossier>(DIALOG_DATA);
  private readonly url = URL.createObjectURL(
    new Blob([this.asked.file], { type: 'application/pdf' }),
  );
  // A blob of our own server's answer, never an address that someone typed.
  protected readonly address = inject(DomSanitizer).bypassSecurityTrustResourceUrl(this.url);

  constructor() {
    inject(DestroyRef).onDestroy(() => URL.revokeObjectURL(this.url));
  }
}
