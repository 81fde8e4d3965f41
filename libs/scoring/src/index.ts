export * from './answer';
export * from './score';
