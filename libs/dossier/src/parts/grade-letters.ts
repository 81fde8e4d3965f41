import { ink } from '../pdf/page-canvas';
import type { PageFrame } from '../pdf/page-frame';

/**
 * A grade is always shown the same way: letters A, filled up to the grade reached, outlined up to
 * the target. Four places, or as many as the scheme's highest grade has.
 */
export const drawGradeLetters = (
  frame: PageFrame,
  gradeIds: readonly string[],
  reached: string | null,
  target: string,
): void => {
  const places = Math.max(...gradeIds.map((grade) => grade.length));
  const size = 34;
  const gap = 12;
  const left = frame.left + (frame.width - places * size - (places - 1) * gap) / 2;
  const filled = reached?.length ?? 0;
  const wanted = target.length;
  const alt = `自我评价${reached ? `达到 ${reached} 级` : '未达到等级'}${target ? `，目标 ${target} 级` : ''}`;
  const node = frame.section.add('Figure', { alt });
  node.draw(frame.canvas, frame.page, () => {
    for (let index = 0; index < places; index += 1) {
      const x = left + index * (size + gap);
      const isFilled = index < filled;
      if (isFilled) frame.canvas.fill(x, frame.y, size, size, ink.accent);
      else frame.canvas.box(x, frame.y, size, size, 1, index < wanted ? ink.accent : ink.hair);
      const colour = isFilled ? ink.white : index < wanted ? ink.accent : ink.hair;
      const options = { size: 21, face: 'hei', align: 'center', colour } as const;
      frame.label('A', x + size / 2, frame.y + size / 2 + 7.6, options);
    }
  });
  node.close();
  frame.y += size;
};
