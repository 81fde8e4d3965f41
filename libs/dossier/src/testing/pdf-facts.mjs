// Reads a PDF with pdf.js and prints what the tests ask about as JSON. A process of its own,
// because pdf.js ships ES modules only. Usage: node pdf-facts.mjs FILE
import { readFileSync } from 'node:fs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

const data = new Uint8Array(readFileSync(process.argv[2]));
const document = await getDocument({ data, useSystemFonts: false, verbosity: 0 }).promise;

const pages = [];
const tags = {};
const alternatives = [];
let figuresWithoutAlternative = 0;

const visit = (node) => {
  if (!node) return;
  if (node.role) tags[node.role] = (tags[node.role] ?? 0) + 1;
  if (node.role === 'Figure') {
    if (node.alt) alternatives.push(node.alt);
    else figuresWithoutAlternative += 1;
  }
  for (const child of node.children ?? []) visit(child);
};

for (let number = 1; number <= document.numPages; number += 1) {
  const page = await document.getPage(number);
  const { items } = await page.getTextContent();
  pages.push(items.map((item) => item.str + (item.hasEOL ? '\n' : '')).join(''));
  visit(await page.getStructTree());
}

const bookmarks = [];
const collect = async (entries) => {
  for (const entry of entries ?? []) {
    const index = await document.getPageIndex(entry.dest[0]);
    bookmarks.push({ title: entry.title, page: index + 1 });
    await collect(entry.items);
  }
};
await collect(await document.getOutline());

const { info } = await document.getMetadata();
const mark = await document.getMarkInfo();
process.stdout.write(
  JSON.stringify({
    pages,
    tags,
    alternatives,
    figuresWithoutAlternative,
    bookmarks,
    info,
    language: info.Language,
    isMarked: mark?.get('Marked') === true,
  }),
);
