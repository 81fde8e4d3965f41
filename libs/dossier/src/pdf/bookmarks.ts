import type { PageFrame } from './page-frame';

/** A bookmark per heading, those of level 2 below their part. */
export const addBookmarks = (frame: PageFrame): void => {
  let parent = frame.document.outline;
  for (const { level, title, page, y } of frame.headings) {
    const options = {
      pageNumber: page - 1,
      top: Math.max(0, y - 8),
      // pdfkit takes the distance from the right edge.
      left: frame.pages[page - 1]?.page.width ?? 0,
    };
    if (level === 1) parent = frame.document.outline.addItem(title, options);
    else parent.addItem(title, options);
  }
};
