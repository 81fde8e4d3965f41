/** What comes again within this time is the second click of a double click (as most systems are set). */
export const DOUBLE_CLICK_MS = 600;

/** When the server last refused something: what was put right since may be sent at once. */
export const lastRefusal = { at: Number.NEGATIVE_INFINITY };
