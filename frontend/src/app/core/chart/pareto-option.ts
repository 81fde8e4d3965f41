import type { EChartsCoreOption } from 'echarts/core';
import { CHART } from './chart-tokens';

/** One bar, the greatest first. */
export interface ParetoBar {
  readonly id: string;
  /** From below to above, as many as there are parts. */
  readonly values: readonly number[];
  /** Hundredths of a percent: of this and all bars before it. */
  readonly cumulative: number;
}

/** What a bar is made of. */
interface ParetoPart {
  readonly name: string;
  readonly color: string;
}

/** Bars from the greatest down, and the running share in percent as a line. */
export function paretoOption(
  bars: readonly ParetoBar[],
  parts: readonly ParetoPart[],
  words: { readonly axis: string; readonly cumulative: string },
): EChartsCoreOption {
  const { ink, quiet, line, warn, fontFamily } = CHART;
  return {
    animation: false,
    textStyle: { fontFamily, color: ink },
    tooltip: { trigger: 'axis', confine: true },
    grid: { left: 8, right: 8, top: 24, bottom: 8, containLabel: true },
    xAxis: {
      type: 'category',
      data: bars.map(({ id }) => id),
      axisLine: { lineStyle: { color: ink } },
      axisTick: { show: false },
      axisLabel: { color: quiet, interval: 0, rotate: bars.length > 12 ? 45 : 0 },
    },
    yAxis: [
      {
        type: 'value',
        name: words.axis,
        nameTextStyle: { color: quiet, align: 'left' },
        axisLabel: { color: quiet },
        splitLine: { lineStyle: { color: line } },
      },
      {
        type: 'value',
        min: 0,
        max: 100,
        axisLabel: { color: quiet, formatter: '{value}%' },
        splitLine: { show: false },
      },
    ],
    series: [
      ...parts.map(({ name, color }, index) => ({
        type: 'bar',
        name,
        stack: 'all',
        data: bars.map(({ values }) => values[index] ?? 0),
        itemStyle: { color },
        barMaxWidth: 36,
      })),
      {
        type: 'line',
        name: words.cumulative,
        yAxisIndex: 1,
        data: bars.map(({ cumulative }) => cumulative / 100),
        symbolSize: 5,
        itemStyle: { color: warn },
        lineStyle: { color: warn, width: 1.5 },
      },
    ],
  };
}
