import { wholeTexts } from '@liangxing/contracts';
import { drawQrCode } from '../charts/qr-code';
import { longDate } from '../format';
import { subsetTags } from '../pdf/face-encoder';
import type { DossierFonts } from '../pdf/fonts';
import { jsonSha256 } from '../pdf/json-sha256';
import { ink, type Ink } from '../pdf/page-canvas';
import { PageFrame } from '../pdf/page-frame';
import { openDocument } from '../pdf/pdf-document';
import type { SetLine } from '../text/text-layout';
import { CERTIFICATE_TITLE, type CertificateDocument } from './certificate';

/** Sizes and places in points, on A4 in landscape. */
const EDGE = { outer: 26, inner: 33, corner: 15 };
const TEXT = { left: 96, top: 78 };
const QR = 76;
/** Where signature and verification begin. */
const FOOT = 436;

interface Setting {
  readonly size: number;
  readonly leading: number;
  readonly face?: 'song' | 'hei';
  readonly colour?: Ink;
}

/** A double border with marked corners, as on paper of a printing house. */
function drawBorder({ canvas, page }: PageFrame): void {
  const { outer, inner, corner } = EDGE;
  const [width, height] = [page.width, page.height];
  canvas.artifact(() => {
    canvas.box(outer, outer, width - 2 * outer, height - 2 * outer, 2.2, ink.accent);
    canvas.box(inner, inner, width - 2 * inner, height - 2 * inner, 0.6, ink.accentLight);
    for (const [x, toX] of [
      [inner, 1],
      [width - inner, -1],
    ] as const)
      for (const [y, toY] of [
        [inner, 1],
        [height - inner, -1],
      ] as const) {
        const [far, near] = [corner * 1.6, corner * 0.6];
        const line = (points: readonly (readonly [number, number])[]): void =>
          canvas.path(points, 'S', { line: 0.9, stroke: ink.accent });
        line([
          [x + toX * far, y + toY * near],
          [x + toX * near, y + toY * near],
          [x + toX * near, y + toY * far],
        ]);
      }
  });
}

/** As large as fits in so many lines, down to `least`. */
function fitting(
  frame: PageFrame,
  text: string,
  width: number,
  {
    most,
    least,
    lines,
    face,
  }: { most: number; least: number; lines: number; face: 'song' | 'hei' },
): { readonly set: readonly SetLine[]; readonly size: number } {
  for (let size = most; ; size -= 1) {
    const set = frame.set(text, { face, size }, width);
    if (set.length <= lines || size <= least) return { set, size };
  }
}

/** Lines in the middle of the page, from the current place on. */
function centred(
  frame: PageFrame,
  set: readonly SetLine[],
  setting: Setting,
  tag: 'H1' | 'P',
): void {
  const node = frame.section.add(tag);
  node.draw(frame.canvas, frame.page, () => {
    for (const line of set) {
      const width = (line.line.width * setting.size) / 1000;
      const x = (frame.page.width - width) / 2;
      frame.canvas.line(line, x, frame.y + setting.size, 0, setting.colour ?? ink.black);
      frame.y += setting.leading;
    }
  });
  node.close();
}

function centredText(
  frame: PageFrame,
  text: string,
  setting: Setting,
  tag: 'H1' | 'P' = 'P',
): void {
  const width = frame.page.width - 2 * TEXT.left;
  const style = { face: setting.face ?? 'song', size: setting.size } as const;
  centred(frame, frame.set(text, style, width), setting, tag);
}

/** A label and what stands behind it, over as many lines as it needs. */
function field(frame: PageFrame, label: string, value: string, size: number): void {
  if (value.trim() === '') return;
  const leading = size * 1.55;
  const labelWidth = 118;
  const left = TEXT.left + 28 + labelWidth;
  const lines = frame.set(value, { face: 'song', size }, frame.page.width - TEXT.left - 28 - left);
  const node = frame.section.add('P');
  node.draw(frame.canvas, frame.page, () => {
    frame.label(label, left - 12, frame.y + size, { size, face: 'hei', align: 'right' });
    for (const line of lines) {
      frame.canvas.line(line, left, frame.y + size);
      frame.y += leading;
    }
  });
  node.close();
  frame.y += 2.5;
}

function gradeSentence({ isStatement, standard }: CertificateDocument): string {
  return isStatement
    ? `依据 ${standard} 评价，本机构决定确认其标准化良好行为等级为`
    : `依据 ${standard} 评价，达到标准化良好行为等级`;
}

const fieldsOf = (certificate: CertificateDocument): readonly (readonly [string, string])[] => [
  ['统一社会信用代码', certificate.enterprise.creditCode],
  ['地　　址', certificate.enterprise.address],
  ['评价范围', certificate.scope],
  ['监督评价', certificate.surveillances.map(longDate).join('、')],
];

/** Long scopes and addresses are set smaller, so that everything stays on the page. */
function drawFields(frame: PageFrame, certificate: CertificateDocument): void {
  const rows = fieldsOf(certificate).filter(([, value]) => value.trim() !== '');
  const width = frame.page.width - 2 * TEXT.left - 56 - 118;
  const heightAt = (size: number): number =>
    rows.reduce(
      (sum, [, value]) =>
        sum + frame.set(value, { face: 'song', size }, width).length * size * 1.55 + 2.5,
      0,
    );
  const room = FOOT - 8 - frame.y;
  const size = [12.5, 11.5, 10.5, 9.5, 8.5, 7.5, 6.5].find((one) => heightAt(one) <= room) ?? 6;
  // What is short stands in the middle of its room.
  frame.y += Math.max(0, Math.min(14, (room - heightAt(size)) / 2));
  for (const [label, value] of rows) field(frame, label, value, size);
}

function drawVerification(frame: PageFrame, { verifyUrl, code }: CertificateDocument): void {
  const [x, top] = [TEXT.left + 6, FOOT];
  const figure = frame.section.add('Figure', { alt: `验证二维码：${verifyUrl}` });
  figure.draw(frame.canvas, frame.page, () => {
    drawQrCode(frame.canvas, verifyUrl, x, top, QR);
  });
  figure.close();
  const node = frame.section.add('P');
  node.draw(frame.canvas, frame.page, () => {
    const left = x + QR + 12;
    const grey = { size: 8, colour: ink.grey };
    frame.label('扫描二维码或凭验证码查询证书状态', left, top + 34, grey);
    frame.label(`验证码 ${code}`, left, top + 50, { size: 9.5, face: 'hei' });
    const lines = frame.set(verifyUrl, { face: 'song', size: 7.5 }, 210);
    lines.forEach((line, index) => {
      frame.canvas.line(line, left, top + 64 + index * 10, 0, ink.grey);
    });
  });
  node.close();
}

function drawIssuer(frame: PageFrame, certificate: CertificateDocument): void {
  const right = frame.page.width - TEXT.left - 6;
  const name = fitting(frame, certificate.bodyName, 340, {
    ...{ most: 15, least: 8, lines: 1, face: 'hei' },
  });
  const node = frame.section.add('P');
  node.draw(frame.canvas, frame.page, () => {
    let y = FOOT + 18;
    for (const line of name.set) {
      const width = (line.line.width * name.size) / 1000;
      frame.canvas.line(line, right - width, y);
      y += name.size * 1.4;
    }
    const small = { size: 10.5, align: 'right' } as const;
    frame.label('（印章）', right, y + 4, { ...small, colour: ink.grey });
    frame.label(`颁发日期：${longDate(certificate.issuedOn)}`, right, y + 24, small);
    frame.label(`有效期至：${longDate(certificate.validUntil)}`, right, y + 41, small);
    if (certificate.edition > 1) {
      const changed = `第 ${certificate.edition} 版，${longDate(certificate.madeOn)}换发，此前各版作废`;
      frame.label(changed, right, y + 56, { size: 8, align: 'right', colour: ink.grey });
    }
  });
  node.close();
}

function draw(frame: PageFrame, certificate: CertificateDocument): void {
  drawBorder(frame);
  frame.section = frame.root.add('Sect', { title: CERTIFICATE_TITLE });
  frame.y = TEXT.top;
  const heading = { size: 34, leading: 50, face: 'hei', colour: ink.accent } as const;
  centredText(frame, CERTIFICATE_TITLE, heading, 'H1');
  const small = { size: 11, leading: 26, colour: ink.grey };
  centredText(frame, `证书编号：${certificate.number}`, small);
  frame.y += 8;
  const width = frame.page.width - 2 * TEXT.left;
  const name = fitting(frame, certificate.enterprise.name, width, {
    ...{ most: 25, least: 15, lines: 2, face: 'hei' },
  });
  centred(frame, name.set, { size: name.size, leading: name.size * 1.4 }, 'P');
  frame.y += 6;
  centredText(frame, gradeSentence(certificate), { size: 13, leading: 21 });
  frame.y += 6;
  const grade = { size: 36, leading: 54, face: 'hei', colour: ink.accent } as const;
  centredText(frame, `${certificate.grade} 级`, grade);
  drawFields(frame, certificate);
  drawVerification(frame, certificate);
  drawIssuer(frame, certificate);
  frame.section.close();
  frame.section = frame.root;
}

/** A certificate as one page of A4 in landscape: the same document and fonts give the same bytes. */
export function renderCertificatePdf(
  stored: CertificateDocument,
  { fonts }: { readonly fonts: DossierFonts },
): Uint8Array {
  const certificate = wholeTexts(stored);
  const sha256 = jsonSha256(certificate);
  const { document: pdf, output } = openDocument({
    title: `${certificate.enterprise.name} ${CERTIFICATE_TITLE} ${certificate.number}`,
    ...{ author: certificate.bodyName, subject: certificate.number },
    ...{ producer: certificate.producer, snapshotSha256: sha256 },
    createdAt: new Date(`${certificate.madeOn}T00:00:00Z`),
  });
  const first = { layout: 'landscape', isBare: true } as const;
  const frame = new PageFrame(pdf, fonts, subsetTags(sha256), first);
  draw(frame, certificate);
  frame.finishPage();
  frame.root.close();
  pdf.end();
  return output.take() ?? new Uint8Array();
}
