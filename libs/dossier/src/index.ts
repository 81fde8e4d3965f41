export * from './snapshot';
export * from './diagram-scene';
export * from './canonical-json';
