import { dictionaryOf } from '../../core/i18n/dictionaries';

/** Words of an organization and its profile. */
export const organizationTexts = dictionaryOf('organizations', {
  'zh-CN': () => import('./i18n/zh-CN.json'),
  en: () => import('./i18n/en.json'),
});
