import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
  untracked,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Newest } from '../../../core/once/newest';
import type { KeptPhoto as Photo } from './kept-finding';
import { KeptFindings } from './kept-findings';

/** A photo that waits behind the lock, shown while its case is open. */
@Component({
  selector: 'lx-kept-photo',
  imports: [TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      @if (url(); as address) {
        <img [src]="address" [alt]="photo().name" data-testid="kept-photo" />
      }
      @if (canRemove()) {
        <button
          type="button"
          [attr.aria-label]="t('sheets.findings.removeFile', { name: photo().name })"
          (click)="removed.emit()"
        >
          ×
        </button>
      }
      @if (photo().refusal; as refusal) {
        <span class="small" role="alert">{{ refusal.title }} {{ refusal.detail }}</span>
      }
    </ng-container>
  `,
  styles: `
    :host {
      position: relative;
      display: block;
      max-width: 160px;
      min-width: 44px;
      min-height: 44px;
    }
    img {
      display: block;
      width: 120px;
      height: 90px;
      border: 1px solid var(--lx-line);
      object-fit: cover;
    }
    button {
      position: absolute;
      top: 2px;
      left: 2px;
      width: 32px;
      height: 32px;
      border: 1px solid var(--lx-line-strong);
      border-radius: var(--lx-radius);
      background: var(--lx-paper);
      cursor: pointer;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class KeptPhoto {
  private readonly kept = inject(KeptFindings);
  private readonly newest = new Newest();

  readonly photo = input.required<Photo>();
  readonly canRemove = input(false);
  readonly removed = output();

  private readonly id = computed(() => this.photo().id);
  private readonly blob = signal<Blob | null>(null);
  protected readonly url = signal('');

  constructor() {
    effect(() => {
      this.id();
      untracked(() => void this.read());
    });
    effect((onCleanup) => {
      const blob = this.blob();
      const url = blob ? URL.createObjectURL(blob) : '';
      this.url.set(url);
      if (url) onCleanup(() => URL.revokeObjectURL(url));
    });
  }

  private async read(): Promise<void> {
    const isNewest = this.newest.ask();
    const found = await this.kept.photo(this.photo()).catch(() => null);
    if (isNewest()) this.blob.set(found);
  }
}
