export * from './credit-code';
export * from './error-codes';
export * from './field-messages';
export * from './permissions';
