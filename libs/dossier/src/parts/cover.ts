import { drawQrCode } from '../charts/qr-code';
import { longDate } from '../format';
import { ink } from '../pdf/page-canvas';
import type { PageFrame } from '../pdf/page-frame';
import type { DossierSnapshot } from '../snapshot';
import { drawGradeLetters } from './grade-letters';
import { gradesLowestFirst } from './grade-sentences';
import { gradeElsewhere, provisionalSentence, supersededSentence } from './notices';

const centred = (
  frame: PageFrame,
  tag: 'H1' | 'P',
  text: string,
  options: { size: number; face: 'song' | 'hei'; leading: number },
): void => {
  const node = frame.section.add(tag);
  const lines = frame.set(text, options, frame.width - 20);
  node.draw(frame.canvas, frame.page, () => {
    for (const set of lines) {
      const width = (set.line.width * options.size) / 1000;
      const x = frame.left + (frame.width - width) / 2;
      frame.canvas.line(set, x, frame.y + options.size);
      frame.y += options.leading;
    }
  });
  node.close();
};

/** One line of the cover's form: label, and the value over a rule. */
const field = (frame: PageFrame, label: string, value: string): void => {
  const left = frame.left + 42;
  const valueLeft = left + 92;
  const right = frame.right - 42;
  const lines = frame.set(value, { face: 'song', size: 13 }, right - valueLeft - 8);
  const node = frame.section.add('P');
  node.draw(frame.canvas, frame.page, () => {
    frame.label(label, left + 80, frame.y, { size: 13, face: 'hei', align: 'right' });
    for (const set of lines) {
      frame.canvas.line(set, valueLeft + 6, frame.y);
      frame.y += 20;
    }
    frame.y -= 20;
  });
  node.close();
  frame.canvas.artifact(() => {
    frame.canvas.rule(valueLeft, frame.y + 5, right, frame.y + 5, 0.5);
  });
  frame.y += 33;
};

/** Small lines below the value of the field above. */
const remark = (frame: PageFrame, text: string): void => {
  const left = frame.left + 140;
  const lines = frame.set(text, { face: 'song', size: 9 }, frame.right - 48 - left);
  const node = frame.section.add('P');
  frame.y -= 12;
  node.draw(frame.canvas, frame.page, () => {
    for (const set of lines) {
      frame.canvas.line(set, left, frame.y, 0, ink.grey);
      frame.y += 13;
    }
  });
  node.close();
  frame.y += 16;
};

const drawNotices = (frame: PageFrame, snapshot: DossierSnapshot): void => {
  const sentences = [
    snapshot.document.isSample ? '示例：本材料中的企业及其全部资料均为虚构。' : '',
    provisionalSentence(snapshot),
    supersededSentence(snapshot),
  ].filter((sentence) => sentence !== '');
  if (sentences.length === 0) return;
  const size = 8.5;
  const width = frame.width - 24;
  const lines = sentences.flatMap((text) => frame.set(text, { face: 'song', size }, width - 20));
  const height = lines.length * 13 + 12;
  const top = frame.bottom - height + 20;
  frame.canvas.artifact(() => {
    frame.canvas.box(frame.left + 12, top, width, height, 0.6, ink.warning);
  });
  const node = frame.section.add('P');
  node.draw(frame.canvas, frame.page, () => {
    lines.forEach((set, index) => {
      frame.canvas.line(set, frame.left + 22, top + 15 + index * 13, 0, ink.warning);
    });
  });
  node.close();
};

const drawVerification = (frame: PageFrame, { document }: DossierSnapshot): void => {
  const size = 66;
  const x = frame.left + frame.width / 2 - size / 2;
  const top = 600;
  const figure = frame.section.add('Figure', { alt: `验证二维码：${document.verifyUrl}` });
  figure.draw(frame.canvas, frame.page, () => {
    drawQrCode(frame.canvas, document.verifyUrl, x, top, size);
  });
  figure.close();
  const node = frame.section.add('P');
  node.draw(frame.canvas, frame.page, () => {
    const middle = frame.left + frame.width / 2;
    const align = 'center' as const;
    frame.label(`验证码 ${document.code}`, middle, top + size + 17, {
      size: 10,
      face: 'hei',
      align,
    });
    frame.label(document.verifyUrl, middle, top + size + 31, { size: 8, align, colour: ink.grey });
  });
  node.close();
};

/** What filled and outlined letters mean; on a cover nobody asks. */
const explainLetters = (frame: PageFrame): void => {
  const node = frame.section.add('P');
  node.draw(frame.canvas, frame.page, () => {
    const middle = frame.left + frame.width / 2;
    frame.label('实心：自我评价达到的等级　空心：申请的等级', middle, frame.y + 16, {
      size: 8.5,
      align: 'center',
      colour: ink.grey,
    });
  });
  node.close();
};

const targetText = ({ application }: DossierSnapshot): string => {
  const level = application.targetLevelName === '' ? '' : `（${application.targetLevelName}）`;
  return application.targetGrade === '' ? '' : `${application.targetGrade} 级${level}`;
};

/** 封面: the only page without header and footer. */
export const drawCover = (frame: PageFrame, snapshot: DossierSnapshot): void => {
  const { document, enterprise, scheme, result, application } = snapshot;
  frame.section = frame.root.add('Sect', { title: '封面' });
  frame.y = 128;
  centred(frame, 'H1', '标准化良好行为企业', { size: 30, face: 'hei', leading: 52 });
  centred(frame, 'P', document.kindWord, { size: 26, face: 'hei', leading: 40 });
  frame.y += 26;
  if (scheme.gradeIds.length > 0) {
    drawGradeLetters(frame, gradesLowestFirst(scheme), result.grade, application.targetGrade);
    explainLetters(frame);
  }
  frame.y += 72;
  field(frame, '企业名称', enterprise.name);
  field(frame, '申请等级', targetText(snapshot));
  if (scheme.gradeIds.length === 0) field(frame, '自评等级', gradeElsewhere(snapshot));
  field(frame, `${scheme.evaluationWord}方案`, scheme.title);
  if (scheme.entered !== undefined) remark(frame, scheme.entered);
  field(frame, '申请日期', longDate(document.date));
  field(frame, '材料版本', `第 ${document.number} 版`);
  drawVerification(frame, snapshot);
  drawNotices(frame, snapshot);
  frame.section.close();
  frame.section = frame.root;
};
