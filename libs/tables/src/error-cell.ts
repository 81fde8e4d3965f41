/** A cell in which a formula failed. */
export const isErrorCell = (text: string): boolean =>
  text.includes('#') &&
  /^#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!)$/.test(text.trim());
