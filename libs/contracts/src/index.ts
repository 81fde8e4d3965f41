export * from './credit-code';
export * from './draft-life';
export * from './error-codes';
export * from './field-messages';
export * from './permissions';
export * from './records';
