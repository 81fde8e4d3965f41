import { dictionaryOf } from '../../core/i18n/dictionaries';

export const evidenceTexts = dictionaryOf('evidence', {
  'zh-CN': () => import('./i18n/zh-CN.json'),
  en: () => import('./i18n/en.json'),
});
