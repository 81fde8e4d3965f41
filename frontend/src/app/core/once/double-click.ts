/** What comes again within this time is the second click of a double click (as most systems are set). */
export const DOUBLE_CLICK_MS = 600;
