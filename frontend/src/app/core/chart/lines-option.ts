import type { EChartsCoreOption } from 'echarts/core';
import { CHART } from './chart-tokens';

export interface ChartLine {
  readonly name: string;
  /** One for each place; null: nothing is known there. */
  readonly values: readonly (number | null)[];
}

const COLORS = [CHART.accent, CHART.warn, CHART.stop, CHART.ink, CHART.pale];
const SYMBOLS = ['circle', 'rect', 'triangle', 'diamond', 'emptyCircle'];

/** Lines over time, told apart by mark as well as by colour; each is named at its end. */
export function linesOption(
  places: readonly string[],
  lines: readonly ChartLine[],
  { axis, min, max }: { readonly axis: string; readonly min: number; readonly max: number },
): EChartsCoreOption {
  const { ink, quiet, line, fontFamily } = CHART;
  return {
    animation: false,
    textStyle: { fontFamily, color: ink },
    tooltip: { trigger: 'axis', confine: true },
    grid: { left: 8, right: 96, top: 28, bottom: 8, containLabel: true },
    xAxis: {
      type: 'category',
      data: [...places],
      axisLine: { lineStyle: { color: ink }, onZero: false },
      axisTick: { show: false },
      axisLabel: { color: quiet },
    },
    yAxis: {
      ...{ type: 'value', name: axis, min, max },
      nameTextStyle: { color: quiet, align: 'left' },
      axisLabel: { color: quiet },
      splitLine: { lineStyle: { color: line } },
    },
    series: lines.map(({ name, values }, index) => {
      const color = COLORS[index % COLORS.length];
      return {
        ...{ type: 'line', name, data: [...values], symbolSize: 7 },
        symbol: SYMBOLS[index % SYMBOLS.length],
        itemStyle: { color },
        lineStyle: { color, width: 1.5 },
        endLabel: { show: true, formatter: '{a}', color: ink },
      };
    }),
  };
}
