/** The part of esbuild's metafile that is read here. */
export interface Metafile {
  readonly inputs: Readonly<
    Record<string, { readonly imports: readonly { readonly path: string }[] }>
  >;
}

/**
 * Which forbidden modules a program reaches, by static and dynamic imports alike.
 * @param from file of the entry point, as the metafile names it
 * @returns for each the shortest chain of imports, from the entry point to it
 */
export function forbiddenChains(
  { inputs }: Metafile,
  from: string,
  isForbidden: (path: string) => boolean,
): string[][] {
  const cameFrom = new Map<string, string | null>([[from, null]]);
  const found: string[] = [];
  for (const path of cameFrom.keys()) {
    if (isForbidden(path)) {
      found.push(path);
      continue;
    }
    for (const { path: next } of inputs[path]?.imports ?? [])
      if (!cameFrom.has(next)) cameFrom.set(next, path);
  }
  return found.map((path) => {
    const chain = [path];
    for (let at = cameFrom.get(path); at; at = cameFrom.get(at)) chain.unshift(at);
    return chain;
  });
}
