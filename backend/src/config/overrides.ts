import type { Environment } from './environment';

/** How one value is read; `expected` says to the administrator what it should be. */
interface Reading<Value> {
  readonly expected: string;
  readonly read: (text: string) => Value | null;
}

/** A variable like `one=1, other=2` whose names are known. Problems name the variable and the name, never the value. */
export function readOverrides<Value>(
  environment: Environment,
  variable: string,
  known: readonly string[],
  { expected, read }: Reading<Value>,
): ReadonlyMap<string, Value> {
  const found = new Map<string, Value>();
  for (const part of environment.text(variable, '').split(',')) {
    if (part.trim() === '') continue;
    const [name = '', text = ''] = part.split('=').map((piece) => piece.trim());
    if (!known.includes(name)) {
      environment.refuse(variable, `names what is not there; there are ${known.join(', ')}`, null);
      continue;
    }
    const value = read(text);
    if (value === null) environment.refuse(variable, `: ${name} must be ${expected}`, null);
    else found.set(name, value);
  }
  return found;
}
