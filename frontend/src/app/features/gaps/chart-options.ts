import type { RadarAxis } from '@liangxing/scoring';
import type { EChartsCoreOption } from 'echarts/core';
import { CHART } from '../../core/chart/chart-tokens';

/** More spokes than this carry their number only; the table beside has the names. */
const mostNames = 12;

interface NamedAxis extends RadarAxis {
  readonly name: string;
}

/** Shares in percent; an axis on which nothing applies stands at 100 so that it does not look like a gap. */
export function radarOption(axes: readonly NamedAxis[], name: string): EChartsCoreOption {
  const { ink, line, accent, fontFamily } = CHART;
  return {
    animation: false,
    textStyle: { fontFamily, color: ink },
    tooltip: { confine: true },
    radar: {
      radius: '62%',
      indicator: axes.map(({ id, name: long }) => ({
        name: axes.length > mostNames ? id : wrap(long),
        max: 100,
        min: 0,
      })),
      axisName: { color: ink, fontSize: 12, lineHeight: 16 },
      splitNumber: 5,
      splitArea: { show: false },
      splitLine: { lineStyle: { color: line } },
      axisLine: { lineStyle: { color: line } },
    },
    series: [
      {
        type: 'radar',
        name,
        data: [{ value: axes.map(({ share }) => (share ?? 10_000) / 100), name }],
        symbolSize: 5,
        itemStyle: { color: accent },
        lineStyle: { color: accent, width: 2 },
        areaStyle: { color: accent, opacity: 0.12 },
      },
    ],
  };
}

/** Long names in lines of about seven signs of Chinese; Latin words are not cut. */
function wrap(name: string): string {
  return /[a-z]{3}/i.test(name)
    ? name.replace(/(.{14,}?) /g, '$1\n')
    : name.replace(/(.{7})(?=.{2})/g, '$1\n');
}
