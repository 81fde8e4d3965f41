import { provideHttpClient, withInterceptors, withXhr } from '@angular/common/http';
import {
  type ApplicationConfig,
  inject,
  isDevMode,
  provideAppInitializer,
  provideBrowserGlobalErrorListeners,
  provideZonelessChangeDetection,
} from '@angular/core';
import {
  TitleStrategy,
  provideRouter,
  withComponentInputBinding,
  withInMemoryScrolling,
  withRouterConfig,
} from '@angular/router';
import { TranslocoService, provideTransloco } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { routes } from './app.routes';
import { askInLanguage, failAsProblem, signInAgain } from './core/api/interceptors';
import { giveKey } from './core/once/give-key';
import { hearOfEnd } from './core/session/ended-engagement';
import { leadToSecondFactor } from './core/session/second-factor-news';
import { hearOfStanding } from './core/session/standing-news';
import { tellOfChanges } from './core/work/stored-changes';
import { RootDictionaries } from './core/i18n/dictionaries';
import { LANGUAGES } from './core/i18n/language';
import { LanguageService } from './core/i18n/language.service';
import { ScreenTitles } from './core/i18n/screen-titles';

/** The frame never shows a bare key: its texts are there before the first route. */
async function loadTexts(): Promise<void> {
  const language = inject(LanguageService);
  const transloco = inject(TranslocoService);
  language.start();
  await firstValueFrom(transloco.load(language.current()));
}

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideZonelessChangeDetection(),
    // XMLHttpRequest, because fetch does not tell how much of an upload has gone.
    provideHttpClient(
      withXhr(),
      withInterceptors([
        askInLanguage,
        giveKey,
        tellOfChanges,
        hearOfStanding,
        hearOfEnd,
        leadToSecondFactor,
        failAsProblem,
        signInAgain,
      ]),
    ),
    provideTransloco({
      config: {
        availableLangs: [...LANGUAGES],
        defaultLang: 'zh-CN',
        reRenderOnLangChange: true,
        prodMode: !isDevMode(),
      },
      loader: RootDictionaries,
    }),
    provideAppInitializer(loadTexts),
    provideRouter(
      routes,
      withComponentInputBinding(),
      withRouterConfig({ paramsInheritanceStrategy: 'always' }),
      withInMemoryScrolling({ scrollPositionRestoration: 'top' }),
    ),
    { provide: TitleStrategy, useExisting: ScreenTitles },
  ],
};
