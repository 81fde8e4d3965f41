import { Injectable, inject } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { type RouterStateSnapshot, TitleStrategy } from '@angular/router';
import { TranslocoService } from '@jsverse/transloco';

/** A route's `title` is a key of the root dictionary: `screens.standards`. */
@Injectable({ providedIn: 'root' })
export class ScreenTitles extends TitleStrategy {
  private readonly transloco = inject(TranslocoService);
  private readonly title = inject(Title);
  private key = '';

  constructor() {
    super();
    this.transloco.events$.subscribe(() => this.show());
    this.transloco.langChanges$.subscribe(() => this.show());
  }

  override updateTitle(snapshot: RouterStateSnapshot): void {
    this.key = this.buildTitle(snapshot) ?? '';
    this.show();
  }

  private show(): void {
    const product = this.transloco.translate('product');
    const screen = this.key ? this.transloco.translate(this.key) : '';
    this.title.setTitle(screen ? `${screen} · ${product}` : product);
  }
}
