import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { DownloadLink } from '../../../core/download/download-link';
import { LanguageService } from '../../../core/i18n/language.service';
import { DocumentsStore, type DocumentFormat } from './documents-store';
import type { DocumentKind } from './system-documents';

/** Links to the files of one document. */
@Component({
  selector: 'lx-downloads',
  imports: [DownloadLink, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      @if (language.current() !== 'zh-CN') {
        <span class="muted small" lang="en">{{ t('documents.inChinese') }}</span>
      }
      <span class="muted small">{{ t('documents.download') }}</span>
      @for (format of formats(); track format) {
        <a
          class="ant-btn"
          download
          lxDownload
          [href]="store.fileUrl(kind(), format)"
          [attr.data-testid]="'download-' + kind() + '-' + format"
          [attr.aria-label]="
            t('documents.downloadAs', { format: t('documents.formats.' + format) })
          "
          ><span>{{ t('documents.formats.' + format) }}</span></a
        >
      }
    </ng-container>
  `,
  styles: `
    :host {
      display: inline-flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--lx-gap-2);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Downloads {
  readonly kind = input.required<DocumentKind>();
  protected readonly store = inject(DocumentsStore);
  protected readonly language = inject(LanguageService);
  protected readonly formats = computed((): readonly DocumentFormat[] =>
    this.kind() === 'diagram' ? ['pdf', 'docx', 'xlsx', 'svg', 'png'] : ['pdf', 'docx', 'xlsx'],
  );
}
