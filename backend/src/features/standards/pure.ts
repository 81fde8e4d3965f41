/** What tasks of other features may use of reading a register: without the server, for worker threads. */
export { readDate } from './import/recognition/read-date';
export { naturalKey, squeezedNumber } from './register/derive-facts';
export { tidyLine, tidyLines } from './register/tidy-text';
