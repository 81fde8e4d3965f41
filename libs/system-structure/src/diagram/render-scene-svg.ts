import type { BoxStyle, Scene, SceneBox, SceneText } from './scene';

const FILLS: Readonly<Record<BoxStyle, string>> = {
  driver: '#f5f7fa',
  frame: 'none',
  body: '#e6eef8',
  block: 'none',
  subsystem: '#ffffff',
  leaves: '#ffffff',
};

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Control characters, halves of pairs and noncharacters are no XML and are dropped. */
function escapeXml(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu, '')
    .replaceAll(/[&<>"]/gu, (char) => ESCAPES[char] ?? char);
}

const round = (value: number): string => String(Math.round(value * 100) / 100);

function textElement(run: SceneText): string {
  const turn =
    run.rotation === undefined ? '' : ` transform="rotate(90 ${round(run.x)} ${round(run.y)})"`;
  const weight = run.isBold ? ' font-weight="bold"' : '';
  return `<text x="${round(run.x)}" y="${round(run.y)}" font-size="${round(run.size)}" text-anchor="${run.anchor}"${weight}${turn}>${escapeXml(run.text)}</text>`;
}

/** Outlines lie below the lines, all other boxes above them: a line that passes a box goes behind it. */
const isOutline = ({ style }: SceneBox): boolean => style === 'frame' || style === 'block';

/** The scene as an SVG document of its own; sizes in points, text stays text. */
export function renderSceneSvg(
  scene: Scene,
  fontFamily = 'Noto Sans SC, Microsoft YaHei, PingFang SC, sans-serif',
): string {
  const rect = ({ x, y, w, h, style }: SceneBox): string =>
    `<rect class="${style}" x="${round(x)}" y="${round(y)}" width="${round(w)}" height="${round(h)}" fill="${FILLS[style]}"/>`;
  const outlines = scene.boxes.filter(isOutline).map(rect);
  const boxes = scene.boxes.filter((box) => !isOutline(box)).map(rect);
  const lines = scene.lines.map(({ points, dashed }) => {
    const path = points.map(([x, y]) => `${round(x)},${round(y)}`).join(' ');
    return `<polyline points="${path}" fill="none"${dashed ? ' stroke-dasharray="4 3"' : ''}/>`;
  });
  const size = `${round(scene.width)} ${round(scene.height)}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-1 -1 ${round(scene.width + 2)} ${round(scene.height + 2)}" data-size="${size}" role="img">`,
    `<title>${escapeXml(scene.title)}</title>`,
    `<g stroke="#445" stroke-width="0.6">${outlines.join('')}${lines.join('')}${boxes.join('')}</g>`,
    `<g fill="#111" font-family="${escapeXml(fontFamily)}">${scene.texts.map(textElement).join('')}</g>`,
    '</svg>',
  ].join('\n');
}
