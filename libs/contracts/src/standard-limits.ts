/** The most characters of each text of a standard: what the server takes and a form says before it is sent. */
export const STANDARD_TEXT_LIMITS = {
  systemCode: 60,
  number: 200,
  title: 500,
  englishTitle: 500,
  statusSource: 500,
  department: 100,
  adoptedNumber: 500,
  replacesNumber: 500,
  citedNumbers: 500,
  ccs: 100,
  ics: 100,
  note: 2000,
} as const;
export type StandardText = keyof typeof STANDARD_TEXT_LIMITS;

/** The most standards that one act (removal, change, restoring) reaches. */
export const MOST_STANDARDS_AT_ONCE = 10_000;

/** Days for which the recycle bin keeps a standard. */
export const DAYS_IN_BIN = 30;
