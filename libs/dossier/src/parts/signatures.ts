import { ink } from '../pdf/page-canvas';
import type { PageFrame } from '../pdf/page-frame';
import { drawTable } from '../pdf/table';
import type { SignatureLine } from '../snapshot';
import { heading, paragraph, remark, startPart } from '../pdf/flow';
import { foreseeAttachments } from './attachments';
import { always, type DossierPart } from './part';

const blockHeight = 54;

/** Lines to sign on, two in a row, with the name and post in print below; all on one page. */
export const drawSignatures = (frame: PageFrame, lines: readonly SignatureLine[]): void => {
  const width = frame.width / 2;
  frame.ensure(Math.ceil(lines.length / 2) * blockHeight);
  for (let index = 0; index < lines.length; index += 2) {
    const top = frame.y;
    lines.slice(index, index + 2).forEach((signature, column) => {
      drawOne(frame, signature, frame.left + column * width, top, width - 24);
    });
    frame.y = top + blockHeight;
  }
  frame.y += 8;
};

const drawOne = (
  frame: PageFrame,
  { role, name, post }: SignatureLine,
  left: number,
  top: number,
  width: number,
): void => {
  const baseline = top + 28;
  const node = frame.section.add('P');
  let roleWidth = 0;
  node.draw(frame.canvas, frame.page, () => {
    roleWidth = frame.label(`${role}：`, left, baseline, { size: 10.5 });
    const under = [name, post].filter((part) => part !== '').join('　');
    frame.label(under, left, baseline + 15, { size: 8.5, colour: ink.grey });
    frame.label('年　　月　　日', left + width, baseline + 15, { size: 8.5, align: 'right' });
  });
  node.close();
  frame.canvas.artifact(() => {
    frame.canvas.rule(left + roleWidth, baseline + 3, left + width, baseline + 3, 0.5);
  });
};

const missingTitle = '缺字说明';

/** Characters that neither face holds, each with its code point, so that nothing vanishes in silence. */
const missingText = (missing: ReadonlySet<number>): string => {
  const listed = [...missing]
    .sort((left, right) => left - right)
    .map((codePoint) => `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`);
  return `下列字符不在所用字库内，文中以“〓”代替：${listed.join('、')}。`;
};

/** 签署页: who drew up, checked and approved; the stamp's place; characters that could not be set. */
export const signaturePage: DossierPart = {
  title: () => '签署页',
  isShown: always,
  *draw(frame, snapshot, title) {
    const { document, enterprise } = snapshot;
    startPart(frame, title);
    paragraph(
      frame,
      `${enterprise.name}标准化良好行为企业${document.kindWord}（第 ${document.number} 版）经下列人员签署。`,
    );
    drawSignatures(frame, snapshot.signatures);
    yield* drawTable(frame, {
      hasHeader: false,
      columns: [
        { heading: '', weight: 22 },
        { heading: '', weight: 78 },
      ],
      rows: [
        {
          cells: [{ text: '企业盖章', isLabel: true }, '　\n　\n　\n　\n　\n　\n　\n'],
          minHeight: 110,
        },
        {
          cells: [
            { text: '验证', isLabel: true },
            `验证码 ${document.code}\n在 ${document.verifyUrl} 打开本文件，可核对其 SHA-256 与签发时是否一致。`,
          ],
        },
      ],
    });
    remark(frame, '签字、盖章后的扫描件应与本版本号一并保存；重新生成的版本须重新签署。');
    foreseeAttachments(frame, snapshot);
    if (frame.faces.missing.size === 0) return;
    heading(frame, 2, missingTitle, { isListed: false });
    paragraph(frame, missingText(frame.faces.missing));
  },
};
