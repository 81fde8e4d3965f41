export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The nearest language we speak; Chinese where nothing fits. */
export function languageOf(text: string | null | undefined): Language {
  return text?.toLowerCase().startsWith('en') ? 'en' : 'zh-CN';
}
