import type { SystemPart } from '../snapshot';

/** Dossiers of before the sizes were frozen with it: what their list says. */
const listed = ({ list }: SystemPart): string => {
  const total = list.groups.reduce((sum, group) => sum + group.rows.length, 0);
  return `企业标准明细表列入标准 ${total} 项。`;
};

/** The size of the system, in figures that add up and that stand nowhere else in another count. */
export const systemSentence = (system: SystemPart): string => {
  const { figures } = system;
  const places = '结构图、明细表和统计表见“企业标准体系”部分。';
  if (!figures) return listed(system) + places;
  const { entries, existing, planned, outOfForce, missing, expected } = figures;
  if (entries === 0) return '企业标准明细表尚未列入标准。';
  const levels = figures.byLevel
    .map(({ name, existing: count }) => `${name} ${count} 项`)
    .join('、');
  const parts = [
    `现有标准 ${existing} 项${levels === '' ? '' : `（${levels}）`}`,
    planned === 0 ? '' : `拟制定标准 ${planned} 项`,
    outOfForce === 0 ? '' : `已被代替或废止、待更换的标准 ${outOfForce} 项`,
  ].filter((part) => part !== '');
  const spread = `体系设 ${figures.subsystems} 个子体系，其中 ${figures.subsystemsInUse} 个已有标准`;
  const lacking =
    missing === 0 ? '' : `对照应有标准 ${expected} 项，尚缺必备标准 ${missing} 项，见编制说明。`;
  return `企业标准明细表列入 ${entries} 项：${parts.join('，')}。${spread}。${lacking}${places}`;
};
