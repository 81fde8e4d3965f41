import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import { DomSanitizer } from '@angular/platform-browser';
import { TranslocoDirective } from '@jsverse/transloco';
import type { SheetMaterialDto } from '../../core/api/generated/openapi';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { fileSizeText } from '../../core/i18n/file-size';
import { Newest } from '../../core/once/newest';
import { type FilePlace, type MaterialFile, SheetSource } from './sheet-source';

const PICTURES = ['image/png', 'image/jpeg'];
const isShown = (mediaType: string): boolean =>
  mediaType === 'application/pdf' || PICTURES.includes(mediaType);

/** Files of the material that serve an item: what a browser shows opens in place, the rest is downloaded. */
@Component({
  selector: 'lx-evidence-panel',
  imports: [ProblemNotice, TranslocoDirective],
  template: `
    <section *transloco="let t" data-testid="item-files">
      <h3>{{ t('sheets.files') }}</h3>
      @if (files().length === 0) {
        <p class="muted small">{{ t('sheets.noFiles') }}</p>
      }
      <ul>
        @for (file of files(); track file.evidenceId + file.revision) {
          <li>
            @if (!file.isThere) {
              {{ file.title || file.fileName }}
              <span class="chip warn">{{ t('sheets.fileMissing') }}</span>
            } @else if (shows(file)) {
              <button
                type="button"
                class="plain"
                data-testid="show-file"
                [attr.aria-expanded]="opened() === file"
                (click)="show(file)"
              >
                {{ file.title || file.fileName }}
              </button>
            } @else if (url(file); as address) {
              <a [href]="address" target="_blank" rel="noopener">{{
                file.title || file.fileName
              }}</a>
            } @else {
              {{ file.title || file.fileName }}
            }
            <span class="muted small">{{ size(file.size) }}</span>
          </li>
        }
      </ul>
      <lx-problem-notice [problem]="problem()" />
      @if (opened(); as file) {
        <div class="view">
          <p class="small">
            @if (url(file); as address) {
              <a [href]="address" target="_blank" rel="noopener">{{ t('sheets.openApart') }}</a>
            }
            <button type="button" class="plain" data-testid="hide-file" (click)="close()">
              {{ t('actions.close') }}
            </button>
          </p>
          @if (content(); as shown) {
            @if (shown.isPicture) {
              <img [src]="shown.url" [alt]="file.title || file.fileName" />
            } @else {
              <iframe [src]="shown.frame" [title]="file.title || file.fileName"></iframe>
            }
          } @else if (problem() === null) {
            <p class="muted" role="status">{{ t('sheets.reading') }}</p>
          }
        </div>
      }
    </section>
  `,
  styles: `
    h3 {
      margin: var(--lx-gap-3) 0 4px;
      font-weight: 600;
      font-size: 14px;
    }
    ul {
      margin: 0 0 var(--lx-gap-2);
      padding-left: 18px;
      overflow-wrap: anywhere;
    }
    .plain {
      padding: 0;
      border: 0;
      background: none;
      color: var(--lx-accent);
      text-align: left;
      text-decoration: underline;
      cursor: pointer;
    }
    .view p {
      display: flex;
      gap: var(--lx-gap-3);
      margin: 0 0 4px;
    }
    img {
      max-width: 100%;
      border: 1px solid var(--lx-line);
    }
    iframe {
      width: 100%;
      height: 70vh;
      border: 1px solid var(--lx-line);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EvidencePanel {
  private readonly source = inject(SheetSource);
  private readonly sanitizer = inject(DomSanitizer);
  private readonly newest = new Newest();

  readonly caseId = input.required<string>();
  readonly material = input.required<SheetMaterialDto>();
  readonly itemId = input.required<string>();

  protected readonly size = fileSizeText;
  protected readonly shows = ({ mediaType }: MaterialFile): boolean => isShown(mediaType);
  protected readonly files = computed(() =>
    this.material().files.filter(({ itemIds }) => itemIds.includes(this.itemId())),
  );
  protected readonly opened = signal<MaterialFile | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  private readonly blob = signal<Blob | null>(null);
  protected readonly content = signal<{
    readonly url: string;
    readonly isPicture: boolean;
    readonly frame: ReturnType<DomSanitizer['bypassSecurityTrustResourceUrl']>;
  } | null>(null);

  constructor() {
    effect(() => {
      this.itemId();
      untracked(() => this.close());
    });
    effect((onCleanup) => {
      const blob = this.blob();
      if (blob === null) return this.content.set(null);
      const url = URL.createObjectURL(blob);
      // A blob of our own server's answer, never an address that someone typed.
      const frame = this.sanitizer.bypassSecurityTrustResourceUrl(url);
      this.content.set({ url, frame, isPicture: PICTURES.includes(blob.type) });
      onCleanup(() => URL.revokeObjectURL(url));
    });
  }

  protected url(file: MaterialFile): string | null {
    return this.source.urlOf(this.place(file));
  }

  protected close(): void {
    this.newest.ask();
    this.opened.set(null);
    this.blob.set(null);
    this.problem.set(null);
  }

  protected async show(file: MaterialFile): Promise<void> {
    const isClosing = this.opened() === file;
    this.close();
    if (isClosing) return;
    this.opened.set(file);
    const isNewest = this.newest.ask();
    try {
      const content = await this.source.file(this.place(file));
      if (isNewest()) this.blob.set(content);
    } catch (error) {
      if (isNewest()) this.problem.set(problemOf(error));
    }
  }

  private place(file: MaterialFile): FilePlace {
    return { caseId: this.caseId(), material: this.material().material, file };
  }
}
