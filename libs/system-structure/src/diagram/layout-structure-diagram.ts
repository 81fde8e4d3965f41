import { type StructureTree } from '../structure';
import { childrenOf, nodeOf } from '../tree-index';
import type { StructureCounts } from '../structure-counts';
import {
  DIAGRAM_TITLE,
  sceneOf,
  sizesOf,
  widthOf,
  type DiagramOptions,
  type Drawing,
} from './drawing';
import { drawBlockDiagram, drawBlockOf } from './layout-blocks';
import { shownName, type BodyContext } from './layout-body';
import { drawBands, drawFunctionDiagram } from './layout-function';
import { drawIntegrationDiagram } from './layout-integration';
import type { Scene } from './scene';

function layoutBody(context: BodyContext, options: DiagramOptions, code: string): Scene {
  const body = nodeOf(context.tree, code);
  if (body === undefined) throw new RangeError(`no node ${code} in ${context.tree.id}`);
  const width = widthOf(options, context.sizes);
  const drawing: Drawing = { boxes: [], lines: [] };
  const height =
    options.mode === 'block'
      ? drawBlockOf(context, body, width, drawing)
      : drawBands(context, [body], width, 0, drawing).bottom;
  const title = `${DIAGRAM_TITLE[context.language]} ${shownName(context, body)}`;
  return sceneOf(drawing, width, height, title);
}

/**
 * Draws a structure in three levels (GB/T 13017-2018): the drivers, lines into the frame
 * 企业标准体系, its bodies, their sub-systems, their leaves; `mode` says how they are arranged. With
 * `counts`, each sub-system shows the number of its existing standards.
 * @returns a scene as wide as asked (at least 24 em; `integration` may need more) and as high as it
 *   needs; pure geometry
 * @throws RangeError where `options.body` is not in the tree
 */
export function layoutStructureDiagram(
  tree: StructureTree,
  counts: StructureCounts | undefined,
  options: DiagramOptions,
): Scene {
  const sizes = sizesOf(options);
  const language = options.language ?? 'zh-CN';
  const context: BodyContext = { tree, counts, language, sizes };
  if (options.body !== undefined) return layoutBody(context, options, options.body);
  const width = widthOf(options, sizes);
  const drawing: Drawing = { boxes: [], lines: [] };
  const title = DIAGRAM_TITLE[language];
  if (options.mode === 'integration') {
    const systems = options.managementSystems ?? [];
    const size = drawIntegrationDiagram(context, width, systems, drawing);
    return sceneOf(drawing, size.width, size.height, title);
  }
  const draw = options.mode === 'block' ? drawBlockDiagram : drawFunctionDiagram;
  return sceneOf(drawing, width, draw(context, width, drawing), title);
}

/** Printed at two thirds of its size, text of 8 points is still readable. */
const MOST_SHRUNK = 1.5;
const STEP = 10;

/**
 * The whole diagram where it stays readable when shrunk to one page, else one scene per body.
 * @param page usable width and height in points, as of an A4 page in landscape
 */
export function layoutStructurePages(
  tree: StructureTree,
  counts: StructureCounts | undefined,
  page: { readonly width: number; readonly height: number },
  options: Omit<DiagramOptions, 'width' | 'body'> = {},
): readonly Scene[] {
  for (let width = page.width; width <= page.width * MOST_SHRUNK; width += STEP) {
    const whole = layoutStructureDiagram(tree, counts, { ...options, width });
    if (whole.height * page.width <= page.height * width) return [whole];
  }
  if (options.mode === 'integration') {
    return [layoutStructureDiagram(tree, counts, { ...options, width: page.width })];
  }
  return childrenOf(tree, undefined).map(({ code }) =>
    layoutStructureDiagram(tree, counts, { ...options, width: page.width, body: code }),
  );
}
