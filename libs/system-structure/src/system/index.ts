export * from './standard-system';
export * from './node-index';
export * from './system-tree';
