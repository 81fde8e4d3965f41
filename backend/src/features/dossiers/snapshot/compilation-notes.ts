import type { SystemPart } from '@liangxing/dossier';
import {
  statistics,
  STRUCTURE_TEMPLATES,
  type ListedStandard,
  type StructureTree,
} from '@liangxing/system-structure';
import type { DossierMaterial } from '../dossier-material';

/**
 * A first form of the 编制说明 from what is known: the enterprise edits it when it builds its system.
 * Headings follow the ten points usual in the field; only those that figures can fill are written.
 */
export function compilationNotes(
  { profile }: DossierMaterial,
  tree: StructureTree,
  standards: readonly ListedStandard[],
): SystemPart['compilationNotes'] {
  if (standards.length === 0) return [];
  const { byLevel, total } = statistics(standards);
  const released = profile.systemReleasedOn === null ? '' : `，于 ${profile.systemReleasedOn} 发布`;
  const effective =
    profile.systemEffectiveOn === null ? '' : `，自 ${profile.systemEffectiveOn} 起实施`;
  const levels = byLevel
    .filter(({ existing }) => existing > 0)
    .map(({ name, existing }) => `${name['zh-CN']} ${existing} 项`)
    .join('、');
  const planned = standards.filter(({ isPlanned }) => isPlanned);
  const followed = Object.values(STRUCTURE_TEMPLATES).find(({ id }) => id === tree.id) ?? tree;
  const bodies = tree.nodes.filter(({ level }) => level === 1);
  return [
    {
      title: '编制背景和依据',
      text: `本体系依照${followed.name['zh-CN']}的结构编制${released}${effective}，以企业的方针目标和适用的法律法规为依据。`,
    },
    {
      title: '划分原则',
      text: `体系由${bodies.map(({ name }) => name['zh-CN']).join('、')}组成，其下按功能划分子体系；每项标准只在主要位置统计一次。`,
    },
    {
      title: '标准构成',
      text: `现有标准 ${total.existing} 项，其中${levels}。`,
    },
    {
      title: '拟制定标准',
      text:
        planned.length === 0
          ? '目前没有拟制定的标准。'
          : `拟制定标准 ${planned.length} 项：${planned.map(({ title }) => title).join('；')}。`,
    },
  ];
}
