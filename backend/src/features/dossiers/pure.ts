/** What other features may use of dossiers where there is no database and no framework: a material that reached them. */
export type { FrozenMaterial } from './material/frozen-material';
export { printMaterial } from './material/print-material';
export { readMaterial } from './material/read-material';
export { scoreMaterial } from './material/score-material';
