const canonical = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const sorted = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
  return Object.fromEntries(sorted.map(([key, entry]) => [key, canonical(entry)]));
};

/**
 * JSON text with the keys of every object in code-unit order and no blanks, so that equal values give equal bytes and
 * one SHA-256. Lists keep their order. Integer-like keys come first, by their number: JavaScript orders them so itself.
 */
export const canonicalJson = (value: unknown): string => JSON.stringify(canonical(value));
