export * from './structure';
export * from './diagram-scene';
export { STRUCTURE_TEMPLATES } from './templates/index';
