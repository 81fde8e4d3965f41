import { ink, type PageCanvas } from '../pdf/page-canvas';
import type { PageFrame } from '../pdf/page-frame';
import type { DossierSnapshot } from '../snapshot';
import { provisionalMark, provisionalSentence, supersededSentence } from './notices';

const HEAD_LENGTH = 20;

/** The enterprise's name where it leaves room for the mark in the middle, else its short name. */
const headName = ({ enterprise }: DossierSnapshot): string => {
  const { name, shortName } = enterprise;
  const fitting = [name, shortName].find((text) => text !== '' && text.length <= HEAD_LENGTH);
  return fitting ?? `${name.slice(0, HEAD_LENGTH - 1)}…`;
};

const drawHeader = (frame: PageFrame, canvas: PageCanvas, snapshot: DossierSnapshot): void => {
  const { document, result } = snapshot;
  const y = frame.top - 26;
  frame.label(headName(snapshot), frame.left, y, { size: 8.5, colour: ink.grey, canvas });
  const right = `标准化良好行为企业${document.kindWord}`;
  frame.label(right, frame.right, y, { size: 8.5, align: 'right', colour: ink.grey, canvas });
  canvas.rule(frame.left, y + 6, frame.right, y + 6, 0.5);
  const marks = [document.isSample ? '示例' : '', result.isProvisional ? provisionalMark : ''];
  const mark = marks.filter((text) => text !== '').join('　');
  const middle = (frame.left + frame.right) / 2;
  const options = { size: 9, face: 'hei', align: 'center', colour: ink.warning, canvas } as const;
  if (mark !== '') frame.label(mark, middle, y, options);
};

const drawFooter = (
  frame: PageFrame,
  canvas: PageCanvas,
  snapshot: DossierSnapshot,
  number: number,
): void => {
  let y = frame.bottom + 17;
  canvas.rule(frame.left, y - 9, frame.right, y - 9, 0.4, ink.hair);
  const sentences = [provisionalSentence(snapshot) + supersededSentence(snapshot)];
  for (const text of sentences.filter((sentence) => sentence !== '')) {
    for (const set of frame.set(text, { face: 'song', size: 7 }, frame.width)) {
      canvas.line(set, frame.left, y, 0, ink.warning);
      y += 9.5;
    }
  }
  y += 4;
  const total = frame.pages.length;
  const middle = (frame.left + frame.right) / 2;
  frame.label(`第 ${number} 页　共 ${total} 页`, middle, y, { size: 8.5, align: 'center', canvas });
  const small = { size: 7.5, colour: ink.grey, canvas } as const;
  frame.label(`验证码 ${snapshot.document.code}`, frame.left, y, small);
  const version = `第 ${snapshot.document.number} 版　${snapshot.document.date}`;
  frame.label(version, frame.right, y, { ...small, align: 'right' });
};

/** Header and footer of every page but the cover, once the number of pages is known. */
export const drawRunningHeads = (frame: PageFrame, snapshot: DossierSnapshot): void => {
  frame.pages.forEach(({ page, isBare }, index) => {
    if (isBare) return;
    frame.overlay(index, (canvas) => {
      frame.page = page;
      frame.layout = page.width > page.height ? 'landscape' : 'portrait';
      canvas.artifact(() => {
        drawHeader(frame, canvas, snapshot);
        drawFooter(frame, canvas, snapshot, index + 1);
      }, 'Pagination');
    });
  });
};
