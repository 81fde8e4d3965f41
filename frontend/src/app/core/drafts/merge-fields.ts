/** One field that both sides changed, each in its own way. */
export interface FieldConflict<T> {
  readonly field: keyof T;
  readonly mine: T[keyof T];
  readonly theirs: T[keyof T];
}

interface Merged<T> {
  /** Every change of both sides; in conflicting fields mine, until someone chooses. */
  readonly value: T;
  readonly conflicts: readonly FieldConflict<T>[];
}

/** Objects with their keys in one order: a database may give them back in another. */
function inOrder(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** Values of JSON are the same when their texts are, whatever the order of their keys. */
export function isSameValue(one: unknown, other: unknown): boolean {
  return JSON.stringify(one, inOrder) === JSON.stringify(other, inOrder);
}

/**
 * Brings two changes of the same thing together, field by field.
 * @param base what both started from
 */
export function mergeFields<T extends object>(base: T, mine: T, theirs: T): Merged<T> {
  const value = { ...theirs };
  const conflicts: FieldConflict<T>[] = [];
  for (const field of Object.keys(mine) as (keyof T)[]) {
    if (isSameValue(mine[field], base[field])) continue;
    value[field] = mine[field];
    const isTheirsChanged = !isSameValue(theirs[field], base[field]);
    if (isTheirsChanged && !isSameValue(mine[field], theirs[field])) {
      conflicts.push({ field, mine: mine[field], theirs: theirs[field] });
    }
  }
  return { value, conflicts };
}

/** Those fields of `value` that `like` has as well. */
export function fieldsOf<T extends object>(value: T, like: T): Partial<T> {
  const common = Object.entries(value).filter(([field]) => field in like);
  return Object.fromEntries(common) as Partial<T>;
}

/** The same where the fields of `mine` are all that counts; null where both changed one of them. */
export function mergedFields<T extends object>(base: T, mine: T, theirs: T): T | null {
  const { value, conflicts } = mergeFields(base, mine, theirs);
  return conflicts.length > 0 ? null : { ...mine, ...fieldsOf(value, mine) };
}

/** Whether what is stored says everything that `content` says; of what is never shown again it says nothing. */
export function saysAllOf<T extends object>(stored: T, content: T): boolean {
  const told = Object.entries(fieldsOf(stored, content));
  return told.every(([field, value]) => isSameValue(value, content[field as keyof T]));
}
