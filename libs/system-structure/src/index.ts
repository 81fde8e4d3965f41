export * from './structure';
export * from './diagram-scene';
export { STRUCTURE_TEMPLATES } from './templates/index';
export * from './place-standard';
export * from './statistics';
export * from './structure-counts';
export * from './register-list';
export * from './layout-structure-diagram';
export * from './render-scene-svg';
