import type { BilingualText } from '../structure';
import type { SystemNode } from '../system/standard-system';
import type { CoverageStandard, Expectation } from './expectation';

const text = (zh: string, en: string): BilingualText => ({ 'zh-CN': zh, en });

const NAMED_AT_MOST = 3;

/** The first few names, and whether there are more. */
function few(names: readonly string[], zh: boolean): string {
  const shown = names.slice(0, NAMED_AT_MOST).join(zh ? '、' : ', ');
  if (names.length <= NAMED_AT_MOST) return shown;
  return zh ? `${shown}等` : `${shown} and more`;
}

const count = (number: number, one: string, many: string): string =>
  `${number} ${number === 1 ? one : many}`;

/** What hangs on a node's documents: points where they are known, else items. */
function stake(items: number, points: number | null): BilingualText {
  if (items === 0) return text('', '');
  const known =
    points === null ? text('', '') : text(`，共 ${points} 分`, ` worth ${points} points`);
  return text(
    `本节点对应 ${items} 个评价项目${known['zh-CN']}。`,
    ` ${count(items, 'item', 'items')}${known.en} of the evaluation ${items === 1 ? 'rests' : 'rest'} on this node.`,
  );
}

const nodeZh = ({ code, name }: SystemNode): string => `${code} ${name['zh-CN']}`;
const nodeEn = ({ code, name }: SystemNode): string => `${code} ${name.en}`;

export function createSystem(standards: number): BilingualText {
  const base = text(
    '先选定结构模板，建立企业标准体系，标准才有归属。',
    'Choose a template and create the standard system: standards need places.',
  );
  if (standards === 0) return base;
  return text(
    `${base['zh-CN']}登记表中已有 ${standards} 项标准待归入。`,
    `${base.en} The register already holds ${count(standards, 'standard', 'standards')}.`,
  );
}

export function decideTrims(nodes: readonly SystemNode[]): BilingualText {
  return text(
    `有 ${nodes.length} 个可裁剪的节点还没有标准：${few(nodes.map(nodeZh), true)}。请判断是否适用，不适用的写明理由后裁剪，避免为用不上的内容编写标准。`,
    `${count(nodes.length, 'node that may be trimmed holds', 'nodes that may be trimmed hold')} nothing: ${few(nodes.map(nodeEn), false)}. Decide whether they apply, before standards are written that nobody needs.`,
  );
}

export function placeStandards(standards: number): BilingualText {
  return text(
    `有 ${standards} 项标准尚未归入体系，结构图、明细表和统计表都不完整。请查看系统建议并归入。`,
    `${count(standards, 'standard has', 'standards have')} no place, so diagram, list and statistics are incomplete. Look at the suggestions and place them.`,
  );
}

export function missingEssential(
  { title, level, number }: Expectation,
  node: SystemNode,
  items: number,
  points: number | null,
): BilingualText {
  const why = stake(items, points);
  const name = number === undefined ? title['zh-CN'] : `${number} ${title['zh-CN']}`;
  const english = number === undefined ? title.en : `${number} ${title.en}`;
  if (level === 'external') {
    return text(
      `“${nodeZh(node)}”应收录“${name}”，登记表中没有。${why['zh-CN']}`,
      `"${nodeEn(node)}" should list "${english}"; the register does not.${why.en}`,
    );
  }
  return text(
    `“${nodeZh(node)}”缺少必备的“${name}”。${why['zh-CN']}请起草，或指定已有的文件。`,
    `"${nodeEn(node)}" lacks the essential "${english}".${why.en} Draft it, or name a document that covers it.`,
  );
}

export function replaceWithdrawn(standards: readonly CoverageStandard[]): BilingualText {
  const names = standards.map(({ number, title }) => (number === '' ? title : number));
  return text(
    `有 ${standards.length} 项标准已被代替或废止：${few(names, true)}。现场使用作废文本会被判为不符合，请换成现行版本。`,
    `${count(standards.length, 'standard is', 'standards are')} replaced or withdrawn: ${few(names, false)}. Texts out of force count as nonconformities; take up the current editions.`,
  );
}

export function fillNode(node: SystemNode, mayTrim: boolean): BilingualText {
  const way = mayTrim
    ? text('请补充标准，或写明理由后裁剪。', 'Add standards, or trim it with a reason.')
    : text('请补充标准。', 'Add standards.');
  return text(
    `“${nodeZh(node)}”还没有任何标准，评价时会被认为未建立。${way['zh-CN']}`,
    `"${nodeEn(node)}" holds no standard and would count as not established. ${way.en}`,
  );
}

export function finishPlanned({ title }: Expectation, node: SystemNode): BilingualText {
  return text(
    `“${nodeZh(node)}”的“${title['zh-CN']}”仍为拟制定。请按制修订计划完成编写和批准。`,
    `"${title.en}" in "${nodeEn(node)}" is still only planned. Write and approve it as the plan says.`,
  );
}

export function addUsual({ title, number }: Expectation, node: SystemNode): BilingualText {
  const name = number === undefined ? '' : `${number} `;
  return text(
    `同类企业在“${nodeZh(node)}”中通常有“${name}${title['zh-CN']}”。需要时补充，不需要时注明理由。`,
    `Similar enterprises usually hold "${name}${title.en}" in "${nodeEn(node)}". Add it, or say why it is not needed.`,
  );
}

export function keepUp(): BilingualText {
  return text(
    '应有的标准均已齐备且现行有效。请按计划查新、复审，并开展自我评价。',
    'Everything expected is there and in force. Keep checking and reviewing, and evaluate yourselves.',
  );
}
