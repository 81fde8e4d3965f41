export * from './currency';
export * from './replacement-chain';
export { seriesOf } from './series';
export * from './watched-state';
