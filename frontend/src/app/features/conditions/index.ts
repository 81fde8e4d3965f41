export { ConditionsVerdict } from './conditions-verdict';
