import { points } from '../format';
import type { PageFrame } from '../pdf/page-frame';
import { ink } from '../pdf/page-canvas';
import type { ParetoBar } from './pareto-bars';

interface Plot {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const stepOf = (largest: number): number => {
  const steps = [0.5, 1, 2, 5, 10, 20, 50, 100];
  return steps.find((step) => largest / step <= 5) ?? 200;
};

const drawAxes = (frame: PageFrame, plot: Plot, step: number, top: number): void => {
  const { canvas } = frame;
  for (let value = 0; value <= top + 0.001; value += step) {
    const y = plot.y + plot.height * (1 - value / top);
    canvas.rule(plot.x, y, plot.x + plot.width, y, 0.4, value === 0 ? ink.rule : ink.hair);
    frame.label(String(value), plot.x - 5, y + 2.5, { size: 7, align: 'right', isTabular: true });
  }
  for (const share of [0, 20, 40, 60, 80, 100]) {
    const y = plot.y + plot.height * (1 - share / 100);
    frame.label(`${share}%`, plot.x + plot.width + 5, y + 2.5, { size: 7, colour: ink.grey });
  }
  frame.label('扣分', plot.x - 5, plot.y - 9, { size: 7.5, align: 'right' });
  frame.label('累计', plot.x + plot.width + 5, plot.y - 9, { size: 7.5, colour: ink.grey });
};

const drawBars = (frame: PageFrame, plot: Plot, bars: readonly ParetoBar[], top: number): void => {
  const total = bars.reduce((sum, bar) => sum + bar.value, 0);
  const pitch = plot.width / bars.length;
  const thickness = Math.min(30, pitch * 0.6);
  let sum = 0;
  const curve = bars.map(({ label, value }, index): readonly [number, number] => {
    const middle = plot.x + pitch * (index + 0.5);
    const height = (plot.height * value) / 100 / top;
    const barTop = plot.y + plot.height - height;
    frame.canvas.fill(middle - thickness / 2, barTop, thickness, height, ink.accentLight);
    frame.label(points(value), middle, barTop - 3, { size: 7.5, align: 'center', isTabular: true });
    frame.label(label, middle, plot.y + plot.height + 11, {
      size: 7.5,
      face: 'hei',
      align: 'center',
    });
    sum += value;
    return [middle, plot.y + plot.height * (1 - sum / total)];
  });
  frame.canvas.path(curve, 'S', { stroke: ink.accent, line: 1 });
  for (const [x, y] of curve) frame.canvas.fill(x - 1.5, y - 1.5, 3, 3, ink.accent);
};

/** Where points are lost, largest first, with the cumulative curve. Advances the page. */
export const drawPareto = (
  frame: PageFrame,
  bars: readonly ParetoBar[],
  alternative: string,
  height = 200,
): void => {
  if (bars.length === 0) return;
  frame.ensure(height + 28);
  const largest = Math.max(...bars.map((bar) => bar.value)) / 100;
  const step = stepOf(largest);
  const top = Math.ceil((largest * 1.15) / step) * step;
  const plot = {
    x: frame.left + 30,
    y: frame.y + 24,
    width: frame.width - 64,
    height: height - 52,
  };
  const node = frame.section.add('Figure', { alt: alternative });
  node.draw(frame.canvas, frame.page, () => {
    drawAxes(frame, plot, step, top);
    drawBars(frame, plot, bars, top);
  });
  node.close();
  frame.y += height;
};
