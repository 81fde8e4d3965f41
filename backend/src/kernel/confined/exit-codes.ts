/** How the converter of workbooks ends where one cannot be opened without a password. */
export const ASKS_PASSWORD = 3;
