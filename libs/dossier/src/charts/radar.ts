import type { PageFrame } from '../pdf/page-frame';
import { ink } from '../pdf/page-canvas';

export interface RadarAxis {
  readonly label: string;
  /** 0 to 1. */
  readonly share: number;
  readonly value: string;
}

type Point = readonly [number, number];

const at = (centre: Point, radius: number, index: number, count: number): Point => {
  const angle = (index / count) * 2 * Math.PI - Math.PI / 2;
  return [centre[0] + radius * Math.cos(angle), centre[1] + radius * Math.sin(angle)];
};

const ring = (centre: Point, radius: number, count: number): Point[] =>
  Array.from({ length: count }, (_, index) => at(centre, radius, index, count));

const drawGrid = (frame: PageFrame, centre: Point, radius: number, count: number): void => {
  for (const level of [0.2, 0.4, 0.6, 0.8, 1]) {
    frame.canvas.path(ring(centre, radius * level, count), 's', {
      stroke: level === 1 ? ink.rule : ink.hair,
      line: 0.4,
    });
  }
  for (const end of ring(centre, radius, count)) {
    frame.canvas.path([centre, end], 'S', { stroke: ink.hair, line: 0.4 });
  }
};

const drawLabels = (
  frame: PageFrame,
  centre: Point,
  radius: number,
  axes: readonly RadarAxis[],
): void => {
  axes.forEach(({ label, value }, index) => {
    const [x, y] = at(centre, radius + 12, index, axes.length);
    const side = x - centre[0];
    const align = Math.abs(side) < 4 ? 'center' : side > 0 ? 'left' : 'right';
    const lift = y < centre[1] - radius * 0.9 ? -6 : y > centre[1] ? 8 : 2;
    frame.label(label, x, y + lift - 3, { size: 8.5, face: 'hei', align });
    frame.label(value, x, y + lift + 9, { size: 8, align, colour: ink.grey, isTabular: true });
  });
  for (const level of [0.2, 0.4, 0.6, 0.8, 1]) {
    frame.label(`${Math.round(level * 100)}%`, centre[0] + 2, centre[1] - radius * level + 7, {
      size: 6,
      colour: ink.grey,
    });
  }
};

/** Rate of points per part of the table, as a radar; needs three axes at least. Advances the page. */
export const drawRadar = (
  frame: PageFrame,
  axes: readonly RadarAxis[],
  alternative: string,
  height = 235,
): void => {
  frame.ensure(height);
  const radius = height / 2 - 40;
  const centre: Point = [frame.left + frame.width / 2, frame.y + height / 2];
  const node = frame.section.add('Figure', { alt: alternative });
  node.draw(frame.canvas, frame.page, () => {
    drawGrid(frame, centre, radius, axes.length);
    const outline = axes.map(({ share }, index) =>
      at(centre, radius * Math.min(1, Math.max(0, share)), index, axes.length),
    );
    frame.canvas.path(outline, 's', { stroke: ink.accent, line: 1.4 });
    for (const [x, y] of outline) frame.canvas.fill(x - 1.8, y - 1.8, 3.6, 3.6, ink.accent);
    drawLabels(frame, centre, radius, axes);
  });
  node.close();
  frame.y += height;
};
