/** One text in each language; `{name}` stands for a parameter. */
export interface Wording {
  readonly zh: string;
  readonly en: string;
}

/** Title: what is wrong. Mend: what the person can do about it. */
export interface ErrorText {
  /** HTTP status that it is answered with. */
  readonly status: number;
  readonly title: Wording;
  readonly mend: Wording;
}

/** An error in both languages: what is wrong, and how it is mended. */
export const text = (
  status: number,
  zh: string,
  en: string,
  mendZh: string,
  mendEn: string,
): ErrorText => ({ status, title: { zh, en }, mend: { zh: mendZh, en: mendEn } });
