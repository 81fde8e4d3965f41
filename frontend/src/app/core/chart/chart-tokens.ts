/** The tokens' colours: a chart's vectors cannot read CSS variables. */
export const CHART = {
  ink: '#1d2529',
  quiet: '#667177',
  line: '#dde2e4',
  accent: '#0b5d66',
  pale: '#7fb3b8',
  warn: '#8a5600',
  stop: '#b3261e',
  /** Spelled out: labels are measured on a canvas, which knows no `inherit`. */
  fontFamily:
    "-apple-system, 'Segoe UI', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif",
} as const;
