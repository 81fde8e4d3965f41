import { type StructureTree } from '../structure';
import { childrenOf } from '../tree-index';
import { barHeight, type Drawing, type DrawingContext } from './drawing';
import { bodyWidth } from './layout-body';
import { horizontalBox } from './layout-column';
import { drawFunctionDiagram } from './layout-function';
import type { SceneBox } from './scene';

/** A management system, told by its name or number, and the words of the sub-systems it draws on. */
const MANAGEMENT_SYSTEMS: readonly { readonly is: RegExp; readonly draws: RegExp }[] = [
  {
    is: /质量|1?9001/u,
    draws:
      /质量|产品|设计|采购|工艺|生产|检验|包装|交付|售后|服务|quality|product|design|purchas/iu,
  },
  { is: /环境|[12]4001/u, draws: /环境|environment/iu },
  { is: /职业健康|安全生产|45001|28001/u, draws: /安全|职业健康|safety|health/iu },
  { is: /能源|23331|50001/u, draws: /能源|energy/iu },
  { is: /信息安全|27001|22080|两化|23001/u, draws: /信息|information/iu },
  { is: /测量|计量|19022|10012/u, draws: /测量|检验|计量|measur|inspect/iu },
  { is: /知识产权|创新|29490|56002/u, draws: /知识|设计|创新|knowledge|design/iu },
  { is: /资产|设备|55001/u, draws: /设备|设施|equipment/iu },
  { is: /食品|22000/u, draws: /产品|生产|工艺|采购|product/iu },
];

/** Sub-systems, among those drawn, that a management system draws on. */
function drawnOn(system: string, boxes: readonly SceneBox[]): readonly SceneBox[] {
  const rule = MANAGEMENT_SYSTEMS.find(({ is }) => is.test(system));
  if (rule === undefined) return [];
  return boxes.filter(({ lines }) => rule.draws.test(lines.join(' ')));
}

/** The tree without its leaves: relations are between sub-systems. */
const twoLevels = (tree: StructureTree): StructureTree => ({
  ...tree,
  nodes: tree.nodes.filter(({ level }) => level <= 2),
});

/** Width at which all bodies stand side by side on one beam each. */
function singleBand(context: DrawingContext & { readonly tree: StructureTree }): number {
  const { gap } = context.sizes;
  const bodies = childrenOf(context.tree, undefined);
  return bodies.reduce((sum, body) => sum + bodyWidth(context, body) + 3 * gap, 2 * gap);
}

/**
 * 整合模式 (GB/T 13017-2018, A.3): the bodies with their sub-systems, and below the frame the other
 * management systems, each joined by dashed lines to the sub-systems it draws on.
 * @returns the size of the drawing; it is wider than asked where the sub-systems need it
 */
export function drawIntegrationDiagram(
  context: DrawingContext & { readonly tree: StructureTree },
  asked: number,
  managementSystems: readonly string[],
  into: Drawing,
): { readonly width: number; readonly height: number } {
  const { sizes } = context;
  const tree = twoLevels(context.tree);
  const width = Math.max(asked, singleBand({ ...context, tree }));
  let y = drawFunctionDiagram({ ...context, tree }, width, into);
  const boxes = into.boxes.map(({ box }) => box).filter(({ style }) => style === 'subsystem');
  const h = barHeight(sizes);
  for (const [index, system] of managementSystems.entries()) {
    y += 2 * sizes.gap;
    const joined = drawnOn(system, boxes);
    const named = Math.min(sizes.measure(system, sizes.fontSize, false) + 6 * sizes.padding, width);
    const from = Math.min(...joined.map((box) => box.x), width - named);
    const x = joined.length === 0 ? 0 : Math.max(0, from);
    const to = Math.max(...joined.map((box) => box.x + box.w), x + named);
    const frame = { x, y, w: Math.min(to, width) - x, h, style: 'driver' as const };
    into.boxes.push(horizontalBox(frame, [system], sizes, false));
    // Each system has a place of its own along the box: two lines never run in one.
    const share = (index + 1) / (managementSystems.length + 1);
    for (const box of joined) {
      const at = box.x + box.w * share;
      const points = [[at, box.y + box.h] as const, [at, y] as const];
      into.lines.push({ points, dashed: true });
    }
    y += h;
  }
  return { width, height: y };
}
