import { listItems, type PlacedItem } from '../lookup';
import type { Scheme } from '../scheme';
import type { Finding } from './finding';
import type { IdPath } from './layers';
import { pathOfItem } from './path-of-item';

const at = (placed: PlacedItem, key: string): IdPath => [...pathOfItem(placed), key];

/** `need` and `checks` say nothing where points are counted. */
const misplaced = (placed: PlacedItem): readonly Finding[] =>
  placed.item.mode === 'readiness'
    ? []
    : (['need', 'checks'] as const)
        .filter((key) => placed.item[key] !== undefined)
        .map((key) => ({
          code: 'readiness_misplaced',
          path: at(placed, key),
          message: {
            'zh-CN': `${placed.item.id}：计分项目不使用 ${key}。`,
            en: `${placed.item.id}: an item with points has no use for ${key}.`,
          },
          mend: {
            'zh-CN': `去掉 ${key}，或者把 mode 改为 readiness。`,
            en: `Remove ${key}, or change the mode to readiness.`,
          },
        }));

/** A document check that no node answers could never be met. */
const withoutNodes = (placed: PlacedItem): readonly Finding[] =>
  placed.item.checks?.document === true && (placed.item.nodes ?? []).length === 0
    ? [
        {
          code: 'check_without_nodes',
          path: at(placed, 'checks'),
          message: {
            'zh-CN': `${placed.item.id}：要查文件，却没有写明由哪些体系节点提供（nodes）。`,
            en: `${placed.item.id}: documents are asked for, but no node is named that holds them.`,
          },
          mend: {
            'zh-CN': '在 nodes 中写上体系节点的编号，或去掉 checks 中的 document。',
            en: 'Name the nodes, or take document out of the checks.',
          },
        },
      ]
    : [];

const thresholdFindings = ({ kind, readiness }: Scheme): readonly Finding[] => {
  if (readiness === undefined) return [];
  if (kind !== 'readiness')
    return [
      {
        code: 'readiness_misplaced',
        path: ['readiness'],
        message: {
          'zh-CN': '计分的方案不使用准备情况的界限。',
          en: 'A scored scheme has no use for thresholds of readiness.',
        },
        mend: { 'zh-CN': '去掉 readiness。', en: 'Remove readiness.' },
      },
    ];
  const { partlyFromPercent, metFromPercent } = readiness;
  return partlyFromPercent <= metFromPercent
    ? []
    : [
        {
          code: 'readiness_thresholds',
          path: ['readiness', 'partlyFromPercent'],
          message: {
            'zh-CN': `部分符合的界限 ${partlyFromPercent}% 高于符合的界限 ${metFromPercent}%。`,
            en: `"Partly" begins at ${partlyFromPercent} %, above "met" at ${metFromPercent} %.`,
          },
          mend: {
            'zh-CN': '使 partlyFromPercent 不大于 metFromPercent。',
            en: 'Make partlyFromPercent at most metFromPercent.',
          },
        },
      ];
};

/** What readiness is read from, where the JSON Schema cannot judge it. */
export const readinessFindings = (scheme: Scheme): readonly Finding[] => [
  ...thresholdFindings(scheme),
  ...listItems(scheme).flatMap((placed) => [...misplaced(placed), ...withoutNodes(placed)]),
];
