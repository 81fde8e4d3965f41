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

function flatten(errors: readonly ValidationError[], prefix: string): FieldProblem[] {
  return errors.flatMap((error) => {
    const path = prefix === '' ? error.property : `${prefix}.${error.property}`;
    const own = Object.entries(error.constraints ?? {}).map(([constraint, message]) => {
      const n = numberOf(message, error.property);
      return {
        path,
        code: codeOf(constraint),
        ...(n === undefined ? {} : { parameters: { n } }),
      };
    });
    return [...own, ...flatten(error.children ?? [], path)];
  });
}

/** What the validation pipe throws. */
export function problemOfValidation(errors: readonly ValidationError[]): ProblemError {
  // Two rules may say the same about a field.
  const distinct = new Map(
    flatten(errors, '').map((problem) => [`${problem.path} ${problem.code}`, problem]),
  );
  return validationFailed(...distinct.values());
}
