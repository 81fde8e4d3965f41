import type { StandardSystem } from '@liangxing/system-structure';
import type { SystemMaterial } from './system-part';

/** Branches that an enterprise has left out, each with its reason, in the order of the system. */
export function trimmedNodes({ nodes }: StandardSystem): SystemMaterial['trimmed'] {
  return nodes.flatMap(({ code, name, trimmed }) =>
    trimmed === null ? [] : [{ code, name: name['zh-CN'], reason: trimmed }],
  );
}
