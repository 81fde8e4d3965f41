import type { Loss, RadarAxis } from '@liangxing/scoring';
import type { EChartsCoreOption } from 'echarts/core';

/** The tokens' colours: a chart's vectors cannot read CSS variables. */
const ink = '#1d2529';
const quiet = '#667177';
const line = '#dde2e4';
const accent = '#0b5d66';
const warn = '#8a5600';
/** Spelled out: labels are measured on a canvas, which knows no `inherit`. */
const fontFamily =
  "-apple-system, 'Segoe UI', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif";

/** More spokes than this carry their number only; the table beside has the names. */
const mostNames = 12;

interface NamedLoss extends Loss {
  readonly name: string;
}

interface NamedAxis extends RadarAxis {
  readonly name: string;
}

/** Bars of lost points from the greatest down, and the running share in percent as a line. */
export function paretoOption(
  losses: readonly NamedLoss[],
  words: { readonly lost: string; readonly cumulative: string },
): EChartsCoreOption {
  return {
    animation: false,
    textStyle: { fontFamily, color: ink },
    tooltip: { trigger: 'axis', confine: true },
    grid: { left: 8, right: 8, top: 24, bottom: 8, containLabel: true },
    xAxis: {
      type: 'category',
      data: losses.map(({ id }) => id),
      axisLine: { lineStyle: { color: ink } },
      axisTick: { show: false },
      axisLabel: { color: quiet, interval: 0, rotate: losses.length > 12 ? 45 : 0 },
    },
    yAxis: [
      {
        type: 'value',
        name: words.lost,
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
      {
        type: 'bar',
        name: words.lost,
        data: losses.map(({ lost }) => lost / 100),
        itemStyle: { color: accent },
        barMaxWidth: 36,
      },
      {
        type: 'line',
        name: words.cumulative,
        yAxisIndex: 1,
        data: losses.map(({ cumulative }) => cumulative / 100),
        symbolSize: 5,
        itemStyle: { color: warn },
        lineStyle: { color: warn, width: 1.5 },
      },
    ],
  };
}

/** Shares in percent; an axis on which nothing applies stands at 100 so that it does not look like a gap. */
export function radarOption(axes: readonly NamedAxis[], name: string): EChartsCoreOption {
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
