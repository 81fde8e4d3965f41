/** A clause as it is cited: `GB/T 19273-2017，5.1`, in English `GB/T 19273-2017, 5.1`. */
export const clauseText = (clause: string, language: string): string =>
  language === 'en' ? clause.replaceAll('，', ', ') : clause;
