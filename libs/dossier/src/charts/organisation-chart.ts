import type { PageFrame } from '../pdf/page-frame';
import { ink } from '../pdf/page-canvas';

interface ChartDepartment {
  readonly name: string;
  /** The department that is in charge of standardization. */
  readonly isInCharge: boolean;
}

interface OrganisationChart {
  readonly top: string;
  /** Standardization body, with its head. */
  readonly body: string;
  readonly departments: readonly ChartDepartment[];
}

const bar = { width: 220, height: 26 };
const gap = 20;
const size = 9.5;
const leading = 12;
/** Departments side by side in one row. */
const MOST_IN_ROW = 14;

const box = (
  frame: PageFrame,
  at: { readonly x: number; readonly y: number; readonly w: number; readonly h: number },
  isTinted: boolean,
): void => {
  frame.canvas.fill(at.x, at.y, at.w, at.h, isTinted ? ink.tint : ink.white);
  frame.canvas.box(at.x, at.y, at.w, at.h, 0.6, ink.rule);
};

/** A box with lines in the middle; returns its height. */
const barBox = (frame: PageFrame, text: string, y: number, isTinted: boolean): number => {
  const lines = frame.set(text, { face: 'hei', size }, bar.width - 12);
  const h = Math.max(bar.height, lines.length * leading + 10);
  const middle = frame.left + frame.width / 2;
  box(frame, { x: middle - bar.width / 2, y, w: bar.width, h }, isTinted);
  lines.forEach((set, index) => {
    const width = (set.line.width * size) / 1000;
    const top = y + (h - lines.length * leading) / 2;
    frame.canvas.line(set, middle - width / 2, top + index * leading + size * 0.95);
  });
  return h;
};

/** A row of upright boxes on a common beam; returns its height. */
const drawRow = (
  frame: PageFrame,
  departments: readonly ChartDepartment[],
  y: number,
  trunk: number,
): number => {
  const pitch = frame.width / departments.length;
  const w = Math.min(30, pitch - 6);
  const longest = Math.max(...departments.map(({ name }) => [...name].length));
  const h = longest * leading + 12;
  const middles = departments.map((_, index) => frame.left + pitch * (index + 0.5));
  const ends = [...middles, trunk];
  frame.canvas.rule(Math.min(...ends), y, Math.max(...ends), y, 0.6, ink.rule);
  departments.forEach(({ name, isInCharge }, index) => {
    const middle = middles[index] ?? frame.left;
    frame.canvas.rule(middle, y, middle, y + gap / 2, 0.6, ink.rule);
    box(frame, { x: middle - w / 2, y: y + gap / 2, w, h }, isInCharge);
    [...name].forEach((character, place) => {
      frame.label(character, middle, y + gap / 2 + 6 + place * leading + size * 0.9, {
        size,
        face: isInCharge ? 'hei' : 'song',
        align: 'center',
      });
    });
  });
  return gap / 2 + h;
};

/** 组织机构图: the top, the standardization body below it, the departments; the one in charge is tinted. */
export const drawOrganisationChart = (
  frame: PageFrame,
  { top, body, departments }: OrganisationChart,
  alternative: string,
): void => {
  const rows: ChartDepartment[][] = [];
  const perRow = Math.ceil(departments.length / Math.ceil(departments.length / MOST_IN_ROW));
  for (let first = 0; first < departments.length; first += perRow) {
    rows.push(departments.slice(first, first + perRow));
  }
  const longest = Math.max(0, ...departments.map(({ name }) => [...name].length));
  frame.ensure(120 + rows.length * (longest * leading + 12 + gap * 1.5));
  const node = frame.section.add('Figure', { alt: alternative });
  node.draw(frame.canvas, frame.page, () => {
    const middle = frame.left + frame.width / 2;
    let y = frame.y + 6;
    y += barBox(frame, top, y, false);
    if (body !== '') {
      frame.canvas.rule(middle, y, middle, y + gap, 0.6, ink.rule);
      y += gap;
      y += barBox(frame, body, y, true);
    }
    for (const [index, row] of rows.entries()) {
      const trunk = index === 0 ? middle : frame.left;
      frame.canvas.rule(trunk, y, trunk, y + gap, 0.6, ink.rule);
      y += gap;
      y += drawRow(frame, row, y, trunk);
    }
    frame.y = y;
  });
  node.close();
  frame.y += 10;
};
