export * from './currency';
export * from './replacement-chain';
export { seriesOf } from './series';
