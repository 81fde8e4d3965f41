import type { Scene, SceneBox, SceneText } from '@liangxing/system-structure';
import type { PageFrame } from '../pdf/page-frame';
import { ink } from '../pdf/page-canvas';

interface Placement {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

const place = (frame: PageFrame, scene: Scene, height: number): Placement => {
  const scale = Math.min(frame.width / scene.width, height / scene.height, 1.4);
  return { x: frame.left + (frame.width - scene.width * scale) / 2, y: frame.y, scale };
};

/** Outlines hold other boxes and lie below everything. */
const isOutline = ({ style }: SceneBox): boolean => style === 'frame' || style === 'block';

const drawBox = (frame: PageFrame, box: SceneBox, { x, y, scale }: Placement): void => {
  const left = x + box.x * scale;
  const top = y + box.y * scale;
  if (!isOutline(box)) {
    const isTinted = box.style === 'body' || box.style === 'driver';
    frame.canvas.fill(left, top, box.w * scale, box.h * scale, isTinted ? ink.tint : ink.white);
  }
  const line = box.style === 'frame' || box.style === 'body' ? 0.8 : 0.5;
  frame.canvas.box(left, top, box.w * scale, box.h * scale, line, ink.rule);
};

const drawRun = (frame: PageFrame, run: SceneText, { x, y, scale }: Placement): void => {
  const at = { x: x + run.x * scale, y: y + run.y * scale };
  const align = run.anchor === 'start' ? 'left' : run.anchor === 'end' ? 'right' : 'center';
  const style = { size: run.size * scale, face: run.isBold ? 'hei' : 'song', align } as const;
  if (run.rotation !== 90) {
    frame.label(run.text, at.x, at.y, style);
    return;
  }
  frame.canvas.raw(`q 0 1 -1 0 ${at.x.toFixed(2)} ${at.y.toFixed(2)} cm`);
  frame.label(run.text, 0, 0, style);
  frame.canvas.raw('Q');
};

/**
 * Draws a laid-out structure diagram as vectors, scaled to the text area; the text stays text.
 * The figure's alternative text names the structure; the boxes' words can be searched.
 */
export const drawStructureDiagram = (frame: PageFrame, scene: Scene): void => {
  const placement = place(frame, scene, frame.room);
  const node = frame.section.add('Figure', { alt: scene.title });
  node.draw(frame.canvas, frame.page, () => {
    for (const box of scene.boxes) {
      if (isOutline(box)) drawBox(frame, box, placement);
    }
    for (const line of scene.lines) {
      const points = line.points.map(
        ([x, y]) => [placement.x + x * placement.scale, placement.y + y * placement.scale] as const,
      );
      frame.canvas.path(points, 'S', { line: 0.6, ...(line.dashed ? { dash: '3 2' } : {}) });
    }
    for (const box of scene.boxes) {
      if (!isOutline(box)) drawBox(frame, box, placement);
    }
    for (const run of scene.texts) drawRun(frame, run, placement);
  });
  node.close();
  frame.y += scene.height * placement.scale;
};
