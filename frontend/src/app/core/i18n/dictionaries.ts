import { Injectable } from '@angular/core';
import { type Translation, type TranslocoLoader, provideTranslocoScope } from '@jsverse/transloco';
import { type Observable, from, map } from 'rxjs';
import type { Language } from './language';

type Dictionary = () => Promise<{ default: Translation }>;

const rootDictionaries: Record<Language, Dictionary> = {
  'zh-CN': () => import('./zh-CN.json'),
  en: () => import('./en.json'),
};

/** The texts of frame and core; each feature brings its own with `dictionaryOf`. */
@Injectable({ providedIn: 'root' })
export class RootDictionaries implements TranslocoLoader {
  getTranslation(language: string): Observable<Translation> {
    const load = rootDictionaries[language === 'en' ? 'en' : 'zh-CN'];
    return from(load()).pipe(map((module) => module.default));
  }
}

/**
 * The texts of one feature, loaded with it; its keys start with the scope's name.
 * @param scope one word, the feature's folder: `standards` → `standards.title`
 */
export function dictionaryOf(scope: string, loader: Record<Language, Dictionary>) {
  return provideTranslocoScope({
    scope,
    loader: {
      'zh-CN': () => loader['zh-CN']().then((module) => module.default),
      en: () => loader.en().then((module) => module.default),
    },
  });
}
