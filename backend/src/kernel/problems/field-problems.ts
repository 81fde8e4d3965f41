import { FIELD_MESSAGES, type FieldCode } from '@liangxing/contracts';
import type { ValidationError } from '@nestjs/common';
import { validationFailed, type FieldProblem, type ProblemError } from './problem-error';

/** class-validator's constraint names in our words; what is not listed is `invalid`. */
const codes: Readonly<Record<string, FieldCode>> = {
  whitelistValidation: 'unknown_field',
  isDefined: 'required',
  isNotEmpty: 'required',
  isString: 'not_text',
  isNumber: 'not_number',
  isInt: 'not_integer',
  isBoolean: 'not_boolean',
  isArray: 'not_list',
  isObject: 'not_object',
  nestedValidation: 'not_object',
  isDateString: 'not_date',
  isIso8601: 'not_date',
  isEmail: 'not_email',
  isUuid: 'not_uuid',
  isIn: 'not_one_of',
  isEnum: 'not_one_of',
  minLength: 'too_short',
  maxLength: 'too_long',
  isLength: 'too_long',
  arrayMinSize: 'too_few',
  arrayMaxSize: 'too_many',
  min: 'too_small',
  max: 'too_large',
  arrayUnique: 'not_unique',
};

/** What hides every other fault of a field, first first: a figure that is a text is also too small and too large. */
const beforeOthers: readonly string[] = [
  'unknown_field',
  'required',
  'not_list',
  'not_text',
  'not_number',
  'not_integer',
  'not_boolean',
  'not_object',
  'not_date',
  'not_email',
  'not_uuid',
  'not_one_of',
];

const rankOf = ({ code }: FieldProblem): number => {
  const rank = beforeOthers.indexOf(code);
  return rank === -1 ? beforeOthers.length : rank;
};

/** A validator of our own bears the name of its code: `ValidateBy({ name: 'not_date', … })`. */
function codeOf(constraint: string): string {
  if (Object.hasOwn(FIELD_MESSAGES, constraint)) return constraint;
  return codes[constraint] ?? 'invalid';
}

/** class-validator puts the rule's number into its English message only: "… equal to 100 characters". */
function numberOf(message: string, property: string): number | undefined {
  const found = /-?\d+(?:\.\d+)?/.exec(message.replace(property, ''));
  return found ? Number(found[0]) : undefined;
}

/** The one thing to mend first about a field; what was not sent at all is missing, whatever it should have been. */
function firstFault({ property, constraints = {}, value }: ValidationError, path: string) {
  const isMissing = value === undefined && !('whitelistValidation' in constraints);
  const faults = Object.entries(constraints).map(([constraint, message]): FieldProblem => {
    if (isMissing) return { path, code: 'required' };
    const n = numberOf(message, property);
    return { path, code: codeOf(constraint), ...(n === undefined ? {} : { parameters: { n } }) };
  });
  return faults.sort((left, right) => rankOf(left) - rankOf(right)).slice(0, 1);
}

/** Depth first; each field once. */
function flatten(errors: readonly ValidationError[], prefix: string): FieldProblem[] {
  return errors.flatMap((error) => {
    const path = prefix === '' ? error.property : `${prefix}.${error.property}`;
    const own = firstFault(error, path);
    // What is no object has no fields, and a list of such no entries, of which more could be said.
    return own[0]?.code === 'not_object' ? own : [...own, ...flatten(error.children ?? [], path)];
  });
}

/** What the validation pipe throws. @param errors with the values: they tell what was not sent, and are told to nobody */
export function problemOfValidation(errors: readonly ValidationError[]): ProblemError {
  return validationFailed(...flatten(errors, ''));
}
