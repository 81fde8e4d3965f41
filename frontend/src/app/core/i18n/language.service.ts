import { DOCUMENT, Injectable, inject, signal } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { type Language, languageOf } from './language';

const storageKey = 'lx.language';

/** The language of the page: remembered on this machine, kept in the account by whoever is signed in. */
@Injectable({ providedIn: 'root' })
export class LanguageService {
  private readonly transloco = inject(TranslocoService);
  private readonly document = inject(DOCUMENT);
  private readonly chosen = signal<Language>(this.remembered());

  readonly current = this.chosen.asReadonly();

  /** Applies the remembered language; called once at start. */
  start(): void {
    this.apply(this.chosen());
  }

  use(language: Language): void {
    this.document.defaultView?.localStorage.setItem(storageKey, language);
    this.apply(language);
  }

  private apply(language: Language): void {
    this.chosen.set(language);
    this.transloco.setActiveLang(language);
    this.document.documentElement.lang = language;
  }

  private remembered(): Language {
    return languageOf(this.document.defaultView?.localStorage.getItem(storageKey));
  }
}
