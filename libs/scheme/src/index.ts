export * from './scheme';
export * from './lookup';
export * from './points';
