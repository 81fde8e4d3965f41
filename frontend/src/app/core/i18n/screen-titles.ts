import { Injectable, effect, inject, untracked } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { type RouterStateSnapshot, TitleStrategy } from '@angular/router';
import { TranslocoService } from '@jsverse/transloco';
import { ActingFor } from '../acting/acting-for';
import { ScreenSubject } from './screen-subject';

/**
 * A route's `title` is a key of the root dictionary: `screens.standards`. At a client its name comes first, so that tabs
 * of two clients are told apart; what the screen shows, such as a case, stands behind it.
 */
@Injectable({ providedIn: 'root' })
export class ScreenTitles extends TitleStrategy {
  private readonly transloco = inject(TranslocoService);
  private readonly title = inject(Title);
  private readonly acting = inject(ActingFor);
  private readonly subject = inject(ScreenSubject);
  private key = '';

  constructor() {
    super();
    effect(() => {
      this.acting.client();
      this.subject.name();
      untracked(() => this.show());
    });
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
    const client = this.acting.client()?.name;
    this.title.setTitle([client, screen, this.subject.name(), product].filter(Boolean).join(' · '));
  }
}
