import type { DutyAllocation } from '@liangxing/dossier';
import { childrenOf, isOutOfForce, pathOf, type StructureTree } from '@liangxing/system-structure';
import { placeStandards, type RegisterEntry } from '../../systems/pure';
import type { ProfileMaterial } from '../dossier-material';

interface AllocatedMaterial {
  readonly departments: ProfileMaterial['departments'];
  readonly tree: StructureTree;
  readonly standards: readonly RegisterEntry[];
}

/** Names with which a register means a department: its name or code. */
function departmentOf(
  written: string,
  departments: ProfileMaterial['departments'],
): string | undefined {
  const text = written.trim();
  return departments.find(({ name, code }) => name === text || code === text)?.name;
}

/**
 * 职能分配表 from the register: in a sub-system the department with the most standards leads, the others that are
 * responsible for one take part. Sub-systems without a responsible department have an empty row.
 */
export function dutyAllocation({
  departments,
  tree,
  standards,
}: AllocatedMaterial): DutyAllocation {
  const counts = new Map<string, Map<string, number>>();
  for (const { entry, nodes } of placeStandards(tree, standards)) {
    if (entry.isPlanned || isOutOfForce(entry) || nodes[0] === undefined) continue;
    const [, subsystem] = pathOf(tree, nodes[0]);
    const department = departmentOf(entry.department, departments);
    if (subsystem === undefined || department === undefined) continue;
    const own = counts.get(subsystem.code) ?? new Map<string, number>();
    own.set(department, (own.get(department) ?? 0) + 1);
    counts.set(subsystem.code, own);
  }
  const names = departments.map(({ name }) => name);
  const rows = childrenOf(tree, undefined)
    .flatMap(({ code }) => childrenOf(tree, code))
    .map(({ code, name }) => {
      const own = counts.get(code) ?? new Map<string, number>();
      const most = Math.max(0, ...own.values());
      const leader = names.find((department) => own.get(department) === most);
      const marks = names.map((department) => {
        if (!own.has(department)) return '' as const;
        return department === leader ? ('▲' as const) : ('△' as const);
      });
      return { code, name: name['zh-CN'], marks };
    });
  return { departments: names, rows };
}
