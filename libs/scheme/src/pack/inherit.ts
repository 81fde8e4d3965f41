import type { Provenance } from '../scheme';
import type {
  PackDocument,
  PackGroup,
  PackItem,
  PackOrigin,
  PackPart,
  PackRule,
  PackSection,
} from './document';

/** The lists of parts that a part may hold. */
const CHILDREN = ['sections', 'groups', 'items', 'rules'] as const;
const STRUCTURE: ReadonlySet<string> = new Set(['id', 'remove', ...CHILDREN]);

/** The parts below a part, by the name of their list. */
const childrenOf = (part: object, key: string): readonly AnyPart[] | undefined =>
  (part as Readonly<Record<string, readonly AnyPart[] | undefined>>)[key];

interface Origin {
  readonly provenance: Provenance;
  readonly source?: string;
}

type AnyPart = PackSection & PackGroup & PackItem & PackRule;

/** A part's own origin, else the one around it. A new provenance does not keep the old one's source. */
const originOf = (part: PackOrigin, around: Origin): Origin => {
  const provenance = part.provenance ?? around.provenance;
  const source = part.source ?? (provenance === around.provenance ? around.source : undefined);
  return source === undefined ? { provenance } : { provenance, source };
};

/** True where a patch changes the part itself, not only parts below it. */
const hasContent = (part: object): boolean => Object.keys(part).some((key) => !STRUCTURE.has(key));

const spread = <T extends PackPart & PackOrigin>(part: T, around: Origin, isPatch: boolean): T => {
  const origin = originOf(part, around);
  const { source: _source, provenance: _provenance, ...rest } = part as AnyPart;
  const result: Record<string, unknown> =
    isPatch && !hasContent(part) ? { ...rest } : { ...rest, ...origin };
  for (const key of CHILDREN) {
    const children = childrenOf(part, key);
    if (children) result[key] = children.map((child) => spread(child, origin, isPatch));
  }
  return result as unknown as T;
};

/** Writes out on every part the provenance and source that it takes over from the part around it. */
export const spreadOrigin = (document: PackDocument): PackDocument => {
  const origin = originOf(document, { provenance: 'house' });
  const isPatch = document.extends !== undefined;
  const { provenance: _provenance, source: _source, ...rest } = document;
  return {
    ...rest,
    ...(document.sections && {
      sections: document.sections.map((part) => spread(part, origin, isPatch)),
    }),
    ...(document.grades && {
      grades: document.grades.map((grade) => ({ ...grade, ...originOf(grade, origin) })),
    }),
    ...(document.gates && {
      gates: document.gates.map((gate) => ({ ...gate, ...originOf(gate, origin) })),
    }),
    ...(document.conditions && {
      conditions: document.conditions.map((each) => ({ ...each, ...originOf(each, origin) })),
    }),
  };
};

/** Gives every part of the sections one origin: what was verified for one table is not verified for another. */
const relabel = <T extends PackPart>(part: T, origin: PackOrigin): T => {
  const { source: _source, ...rest } = part as unknown as AnyPart;
  const result: Record<string, unknown> = { ...rest, ...origin };
  for (const key of CHILDREN) {
    const children = childrenOf(part, key);
    if (children) result[key] = children.map((child) => relabel(child, origin));
  }
  return result as unknown as T;
};

const mergePart = <T extends PackPart & PackOrigin>(base: T, patch: T): T => {
  const before = base as unknown as AnyPart;
  const after = patch as unknown as AnyPart;
  // Another kind of rule has other fields; nothing of the old one may linger.
  if (after.kind !== undefined && after.kind !== before.kind) return patch;
  const { source: _source, ...kept } = before;
  const merged: Record<string, unknown> = {
    ...(after.provenance === undefined ? before : kept),
    ...after,
  };
  for (const key of CHILDREN) {
    const parts = mergeParts(childrenOf(before, key), childrenOf(after, key));
    if (parts) merged[key] = parts;
  }
  return merged as unknown as T;
};

/** Parts of the parent in their order, changed or dropped as the patch says, then the new ones. */
const mergeParts = <T extends PackPart & PackOrigin>(
  base: readonly T[] | undefined,
  patch: readonly T[] | undefined,
): readonly T[] | undefined => {
  if (!base || !patch) return base ?? patch;
  const patches = new Map(patch.map((part) => [part.id, part]));
  const known = new Set(base.map((part) => part.id));
  const kept = base
    .filter((part) => patches.get(part.id)?.remove !== true)
    .map((part) => {
      const change = patches.get(part.id);
      return change ? mergePart(part, change) : part;
    });
  return [...kept, ...patch.filter((part) => !known.has(part.id))];
};

const mergeSources = (base: PackDocument['sources'] = [], patch: PackDocument['sources'] = []) => {
  const own = new Map(patch.map((source) => [source.id, source]));
  const known = new Set(base.map((source) => source.id));
  return [
    ...base.map((source) => own.get(source.id) ?? source),
    ...patch.filter((source) => !known.has(source.id)),
  ];
};

/**
 * Lays a pack over its parent; both have their origins written out.
 * Single values and lists of the child replace the parent's, `terms`, `policies` and `sources` are merged by name,
 * sections, groups, items and rules by id.
 */
export const extendDocument = (parent: PackDocument, child: PackDocument): PackDocument => {
  const { extends: _extends, inherited, ...own } = child;
  const sections = inherited
    ? parent.sections?.map((section) =>
        relabel(section, originOf(inherited, { provenance: 'house' })),
      )
    : parent.sections;
  const merged = mergeParts(sections, own.sections);
  return {
    ...parent,
    ...own,
    ...(merged && { sections: merged }),
    terms: { ...parent.terms, ...own.terms },
    policies: { ...parent.policies, ...own.policies },
    sources: mergeSources(parent.sources, own.sources),
  };
};

/** Ids that a child wants to drop although its parent does not have them, as ways to them. */
export const unknownRemovals = (
  parent: PackDocument,
  child: PackDocument,
): readonly (readonly string[])[] => {
  const found: string[][] = [];
  const walk = (
    base: readonly PackPart[] | undefined,
    patch: readonly PackPart[] | undefined,
    way: readonly string[],
    depth: number,
  ): void => {
    const key = CHILDREN[depth];
    const next = CHILDREN[depth + 1];
    for (const part of patch ?? []) {
      const before = base?.find((candidate) => candidate.id === part.id);
      const here = [...way, key ?? '', part.id];
      if (part.remove && !before) found.push(here);
      if (!next) continue;
      const below = (parent: PackPart | undefined) =>
        (parent as Partial<Record<string, readonly PackPart[]>> | undefined)?.[next];
      walk(below(before), below(part), here, depth + 1);
    }
  };
  walk(parent.sections, child.sections, [], 0);
  return found;
};
