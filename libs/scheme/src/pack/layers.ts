import type { ParsedPack, RawPath } from './parse';

/** One step down a pack: a key, a part by its id, or a position in a list without ids. */
export type Step = string | number | { readonly id: string };
/** The way to a part that stays the same while packs are laid over each other. */
export type IdPath = readonly Step[];

/** A pack and its ancestors, the pack itself first. Never empty. */
export type Layers = readonly [ParsedPack, ...ParsedPack[]];

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const stepInto = (value: unknown, step: Step): { key: string | number; value: unknown } | null => {
  if (typeof step === 'object') {
    if (!Array.isArray(value)) return null;
    const parts: readonly unknown[] = value;
    const key = parts.findIndex((part) => isRecord(part) && part['id'] === step.id);
    return key < 0 ? null : { key, value: parts[key] };
  }
  if (typeof step === 'number') {
    const list: readonly unknown[] = Array.isArray(value) ? value : [];
    return step < list.length ? { key: step, value: list[step] } : null;
  }
  return isRecord(value) && step in value ? { key: step, value: value[step] } : null;
};

/** How far a path leads in one document. */
const follow = (data: unknown, path: IdPath): RawPath => {
  const found: (string | number)[] = [];
  let value = data;
  for (const step of path) {
    const next = stepInto(value, step);
    if (!next) break;
    found.push(next.key);
    value = next.value;
  }
  return found;
};

/** Where a part was written: in the youngest pack that has it, else next to where it should be. */
export const locate = (layers: Layers, path: IdPath): { pack: ParsedPack; path: RawPath } => {
  let best: { pack: ParsedPack; path: RawPath } = { pack: layers[0], path: [] };
  for (const pack of layers) {
    const found = follow(pack.data, path);
    if (found.length > best.path.length) best = { pack, path: found };
    if (found.length === path.length) break;
  }
  return best;
};

/** A path by positions in merged data → the same path by ids, to find it in the layers it was merged from. */
export const toIdPath = (data: unknown, path: RawPath): IdPath => {
  const steps: Step[] = [];
  let value = data;
  for (const part of path) {
    const next = stepInto(value, part);
    value = next?.value;
    const id = isRecord(value) ? value['id'] : undefined;
    steps.push(typeof part === 'number' && typeof id === 'string' ? { id } : part);
  }
  return steps;
};
