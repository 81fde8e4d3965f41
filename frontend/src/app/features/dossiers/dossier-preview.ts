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

/** The PDF on top of the page, in the browser's own viewer. */
@Component({
  selector: 'lx-dossier-preview',
  imports: [ModalTitle, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <header>
        <h2 lxModalTitle>{{ t('dossiers.previewOf', { number: asked.dossier.number }) }}</h2>
        <button type="button" class="ant-btn" (click)="dialog.close()" data-testid="close-preview">
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
      margin: 0;
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
