import { dictionaryOf } from '../../core/i18n/dictionaries';

/** Words of judging items. */
export const assessmentTexts = dictionaryOf('assessments', {
  'zh-CN': () => import('./i18n/zh-CN.json'),
  en: () => import('./i18n/en.json'),
});
