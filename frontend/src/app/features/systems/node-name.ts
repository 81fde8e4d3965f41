import type { BilingualText } from '@liangxing/system-structure';
import type { Language } from '../../core/i18n/language';

/** The reader's name of a node; own nodes often have only the Chinese one. */
export function nameOf(text: BilingualText, language: Language): string {
  return text[language] || text['zh-CN'];
}
