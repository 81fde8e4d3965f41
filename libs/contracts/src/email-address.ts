/** Characters of an address, RFC 5321. */
const mostCharacters = 254;
const mostLocalCharacters = 64;

const localPattern = /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const labelPattern = /^[\p{L}\p{N}]([\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?$/u;
/** What nobody sees and what a paste brings along: zero-width characters, byte order marks, soft hyphens, blanks. */
const invisible = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}]/gu;
const blanksAround = /^\p{White_Space}+|\p{White_Space}+$/gu;
/** A Chinese keyboard writes these in place of a dot. */
const ideographicDots = /[。｡]/gu;

/**
 * The one way in which an e-mail address is written, so that one account has one key wherever it is asked for, counted
 * or invited: no blanks around it, nothing invisible in it, full-width characters as plain ones, lower case.
 * @returns null for what is no address
 */
export function normalEmail(text: string): string | null {
  if (text.length > mostCharacters * 4) return null;
  const address = text
    .replace(ideographicDots, '.')
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFKC')
    .replace(invisible, '')
    .replace(blanksAround, '')
    .normalize('NFC');
  return isAddress(address) ? address : null;
}

function isAddress(address: string): boolean {
  const at = address.lastIndexOf('@');
  const local = address.slice(0, Math.max(at, 0));
  const labels = address.slice(at + 1).split('.');
  return (
    address.length <= mostCharacters &&
    local.length <= mostLocalCharacters &&
    localPattern.test(local) &&
    labels.length >= 2 &&
    labels.every((label) => labelPattern.test(label)) &&
    !/^\d+$/.test(labels.at(-1) ?? '')
  );
}
