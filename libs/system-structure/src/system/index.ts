export * from './standard-system';
export * from './structure-problem';
export { branchOf, indexNodes, keyPath, trimmedKeys, type NodeIndex } from './node-index';
export { LONGEST_NODE_CODE, MAX_SYSTEM_NODES } from './node-checks';
export * from './system-tree';
export {
  isWording,
  type Applied,
  type OperationOf,
  type OperationRules,
  type SystemOperation,
} from './operation';
export * from './operations';
export { checkPlaces, checkSystem, type PlaceRow } from './check-system';
export * from './move/plan-move';
export { CARRIED_KINDS, type CarriedDecision, type CarriedKind } from './move/carry';
export type { MovedOwnNode } from './move/own-nodes';
