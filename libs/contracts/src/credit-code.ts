/** The 31 characters of GB 32100-2015, 4; I, O, Z, S and V are left out because they are misread. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
/** 3 to the power of the position, modulo 31 (GB 32100-2015, annex A). */
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

type CreditCodeProblem = 'credit_code_length' | 'credit_code_character' | 'credit_code_check_digit';

/**
 * The check character that belongs behind 17 leading characters of a unified social credit code.
 * @returns undefined when there are not exactly 17 characters of the alphabet
 */
export function creditCodeCheckCharacter(leading: string): string | undefined {
  if (leading.length !== weights.length) return undefined;
  let sum = 0;
  for (const [index, weight] of weights.entries()) {
    const value = alphabet.indexOf(leading.charAt(index));
    if (value < 0) return undefined;
    sum += value * weight;
  }
  return alphabet.charAt((31 - (sum % 31)) % 31);
}

/**
 * What is wrong with a unified social credit code (18 characters, upper case), GB 32100-2015.
 * @returns undefined when the code is valid
 */
export function creditCodeProblem(code: string): CreditCodeProblem | undefined {
  if (code.length !== 18) return 'credit_code_length';
  for (const character of code) if (!alphabet.includes(character)) return 'credit_code_character';
  return creditCodeCheckCharacter(code.slice(0, 17)) === code.charAt(17)
    ? undefined
    : 'credit_code_check_digit';
}
