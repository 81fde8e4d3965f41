export * from './scheme';
export * from './entry';
export * from './lookup';
export * from './points';
