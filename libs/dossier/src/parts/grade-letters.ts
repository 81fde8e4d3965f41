import { ink } from '../pdf/page-canvas';
import type { PageFrame } from '../pdf/page-frame';

/** What stands in the places: the letter A where the grades are A, AA, AAA, …; else each place's own grade. */
const placeTexts = (lowestFirst: readonly string[]): readonly string[] =>
  lowestFirst.every((grade, index) => grade === 'A'.repeat(index + 1))
    ? lowestFirst.map(() => 'A')
    : lowestFirst;

/**
 * A grade is always shown the same way: one place for each grade of the scheme, filled up to the grade reached,
 * outlined up to the target.
 * @param lowestFirst the grades in their order; their letters say nothing about it
 */
export const drawGradeLetters = (
  frame: PageFrame,
  lowestFirst: readonly string[],
  reached: string | null,
  target: string,
): void => {
  const texts = placeTexts(lowestFirst);
  const places = texts.length;
  const size = 34;
  const gap = 12;
  const left = frame.left + (frame.width - places * size - (places - 1) * gap) / 2;
  const filled = reached === null ? 0 : lowestFirst.indexOf(reached) + 1;
  const wanted = lowestFirst.indexOf(target) + 1;
  const alt = `自我评价${reached ? `达到 ${reached} 级` : '未达到等级'}${target ? `，目标 ${target} 级` : ''}`;
  const node = frame.section.add('Figure', { alt });
  node.draw(frame.canvas, frame.page, () => {
    for (let index = 0; index < places; index += 1) {
      const x = left + index * (size + gap);
      const isFilled = index < filled;
      if (isFilled) frame.canvas.fill(x, frame.y, size, size, ink.accent);
      else frame.canvas.box(x, frame.y, size, size, 1, index < wanted ? ink.accent : ink.hair);
      const colour = isFilled ? ink.white : index < wanted ? ink.accent : ink.hair;
      const text = texts[index] ?? '';
      const letterSize = Math.min(21, (size * 1.5) / text.length);
      const options = { size: letterSize, face: 'hei', align: 'center', colour } as const;
      frame.label(text, x + size / 2, frame.y + size / 2 + letterSize * 0.36, options);
    }
  });
  node.close();
  frame.y += size;
};
