import { ink, type PageCanvas } from './page-canvas';
import type { PageFrame } from './page-frame';

/** What stands above and below the text of every page. */
export interface RunningHeads {
  readonly left: string;
  readonly right: string;
  /** In the middle of the header, in the warning colour; empty: nothing. */
  readonly mark: string;
  /** Above the page number, in the warning colour; empty: nothing. */
  readonly sentence: string;
  readonly footLeft: string;
  readonly footRight: string;
}

const HEAD_LENGTH = 20;

/** An enterprise's name where it leaves room for the mark in the middle, else its short name. */
export const headName = (name: string, shortName: string): string => {
  const fitting = [name, shortName].find((text) => text !== '' && text.length <= HEAD_LENGTH);
  return fitting ?? `${name.slice(0, HEAD_LENGTH - 1)}…`;
};

const drawHeader = (frame: PageFrame, canvas: PageCanvas, heads: RunningHeads): void => {
  const y = frame.top - 26;
  frame.label(heads.left, frame.left, y, { size: 8.5, colour: ink.grey, canvas });
  frame.label(heads.right, frame.right, y, {
    size: 8.5,
    align: 'right',
    colour: ink.grey,
    canvas,
  });
  canvas.rule(frame.left, y + 6, frame.right, y + 6, 0.5);
  const middle = (frame.left + frame.right) / 2;
  const options = { size: 9, face: 'hei', align: 'center', colour: ink.warning, canvas } as const;
  if (heads.mark !== '') frame.label(heads.mark, middle, y, options);
};

const drawFooter = (
  frame: PageFrame,
  canvas: PageCanvas,
  heads: RunningHeads,
  number: number,
): void => {
  let y = frame.bottom + 17;
  canvas.rule(frame.left, y - 9, frame.right, y - 9, 0.4, ink.hair);
  if (heads.sentence !== '') {
    for (const set of frame.set(heads.sentence, { face: 'song', size: 7 }, frame.width)) {
      canvas.line(set, frame.left, y, 0, ink.warning);
      y += 9.5;
    }
  }
  y += 4;
  const total = frame.pages.length;
  const middle = (frame.left + frame.right) / 2;
  frame.label(`第 ${number} 页　共 ${total} 页`, middle, y, { size: 8.5, align: 'center', canvas });
  const small = { size: 7.5, colour: ink.grey, canvas } as const;
  frame.label(heads.footLeft, frame.left, y, small);
  frame.label(heads.footRight, frame.right, y, { ...small, align: 'right' });
};

/** Header and footer of every page but bare ones, once the number of pages is known. */
export const drawRunningHeads = (frame: PageFrame, heads: RunningHeads): void => {
  frame.pages.forEach(({ page, isBare }, index) => {
    if (isBare) return;
    frame.overlay(index, (canvas) => {
      frame.page = page;
      frame.layout = page.width > page.height ? 'landscape' : 'portrait';
      canvas.artifact(() => {
        drawHeader(frame, canvas, heads);
        drawFooter(frame, canvas, heads, index + 1);
      }, 'Pagination');
    });
  });
};
