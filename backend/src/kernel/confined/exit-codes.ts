/** How the converter of workbooks ends where one cannot be opened without a password, or is none that can be read. */
export const ASKS_PASSWORD = 3;
export const UNREADABLE = 4;
