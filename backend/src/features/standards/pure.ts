/** What tasks of other features may use of reading a register: without the server, for worker threads. */
export { readNumberAndTitle, type NumberAndTitle } from './import/recognition/number-and-title';
export { naturalKey, squeezedNumber } from './register/derive-facts';
export { dueCondition } from './register/due-condition';
