import { Injectable, effect, inject, untracked } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { type RouterStateSnapshot, TitleStrategy } from '@angular/router';
import { TranslocoService } from '@jsverse/transloco';
import { CurrentOrganization } from '../session/current-organization';

/**
 * A route's `title` is a key of the root dictionary: `screens.standards`. At a client its name comes first, so that tabs
 * of two clients are told apart.
 */
@Injectable({ providedIn: 'root' })
export class ScreenTitles extends TitleStrategy {
  private readonly transloco = inject(TranslocoService);
  private readonly title = inject(Title);
  private readonly organization = inject(CurrentOrganization);
  private key = '';
  private isInside = false;

  constructor() {
    super();
    effect(() => {
      this.organization.entry();
      untracked(() => this.show());
    });
    this.transloco.events$.subscribe(() => this.show());
    this.transloco.langChanges$.subscribe(() => this.show());
  }

  override updateTitle(snapshot: RouterStateSnapshot): void {
    this.key = this.buildTitle(snapshot) ?? '';
    this.isInside = snapshot.url.startsWith('/o/');
    this.show();
  }

  private show(): void {
    const product = this.transloco.translate('product');
    const screen = this.key ? this.transloco.translate(this.key) : '';
    // A page outside of every organization still knows which one was open last.
    const client = this.isInside ? this.organization.entry()?.organizationName : undefined;
    this.title.setTitle([client, screen, product].filter(Boolean).join(' · '));
  }
}
