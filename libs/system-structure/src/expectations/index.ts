export * from './expectation';
export {
  OUTLINE_IDS,
  OUTLINES,
  type OutlineId,
  type OutlineKind,
  type OutlineRow,
} from './outlines';
export { EXPECTATIONS, expectationsOf } from './library/index';
export { mayTrimNode, NODE_FACTS, type FedScheme, type NodeFacts } from './node-facts';
