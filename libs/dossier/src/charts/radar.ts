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

const LABEL_LENGTH = 11;

/** A long name in two lines, parted after a mark where there is one near the middle. */
const labelLines = (label: string): string[] => {
  if (label.length <= LABEL_LENGTH) return [label];
  const mark = label.lastIndexOf('、', LABEL_LENGTH - 1);
  const cut = mark > 2 ? mark + 1 : Math.ceil(label.length / 2);
  const rest = label.slice(cut);
  return [
    label.slice(0, cut),
    rest.length > LABEL_LENGTH + 2 ? `${rest.slice(0, LABEL_LENGTH + 1)}…` : rest,
  ];
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
    const lines = labelLines(label);
    const lift = y < centre[1] - radius * 0.9 ? 4 - lines.length * 10 : y > centre[1] ? 6 : 0;
    lines.forEach((line, place) => {
      frame.label(line, x, y + lift + place * 10.5, { size: 8.5, face: 'hei', align });
    });
    const below = y + lift + lines.length * 10.5;
    frame.label(value, x, below, { size: 8, align, colour: ink.grey, isTabular: true });
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
  height = 215,
): void => {
  frame.ensure(height + 28);
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
