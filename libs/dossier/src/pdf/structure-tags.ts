import type { PageCanvas } from './page-canvas';
import {
  reserveObject,
  textString,
  writeObject,
  type ObjectNumber,
  type PdfDocument,
  type PdfPage,
  type PdfReference,
} from './pdf-document';

export type TagName =
  | 'Document'
  | 'Sect'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'P'
  | 'Table'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Figure'
  | 'TOC'
  | 'TOCI'
  | 'Link'
  | 'Caption';

interface TagOptions {
  readonly alt?: string;
  readonly title?: string;
  readonly scope?: 'Column' | 'Row';
  readonly columnSpan?: number;
}

const attributes = (options: TagOptions): string => {
  const span = options.columnSpan ?? 1;
  if (!options.scope && span === 1) return '';
  const scope = options.scope ? `/Scope/${options.scope}` : '';
  return `/A<</O/Table${scope}${span > 1 ? `/ColSpan ${span}` : ''}>>`;
};

/**
 * A node of the structure tree (ISO 32000-1, 14.7). Written out as soon as it is closed, so that a
 * table of thousands of cells does not wait in memory; its parent keeps the number only.
 */
export class TagNode {
  readonly object: ObjectNumber;
  private readonly kids: string[] = [];
  private page: PdfReference | null = null;

  constructor(
    private readonly document: PdfDocument,
    private readonly name: TagName,
    private readonly parent: { toString(): string },
    private readonly options: TagOptions = {},
  ) {
    this.object = reserveObject(document);
  }

  add(name: TagName, options: TagOptions = {}): TagNode {
    const node = new TagNode(this.document, name, this.object, options);
    this.kids.push(node.object.toString());
    return node;
  }

  /** Draws content of this node on a page; may be called again, also on the next page. */
  draw(canvas: PageCanvas, page: PdfPage, content: () => void): void {
    const parents = this.document.getStructParentTree().get(page.structParentTreeKey) as unknown[];
    const id = parents.length;
    parents.push(this.object);
    this.page ??= page.dictionary;
    this.kids.push(
      this.page === page.dictionary
        ? String(id)
        : `<</Type/MCR/Pg ${page.dictionary.toString()}/MCID ${id}>>`,
    );
    canvas.raw(`/${this.name} <</MCID ${id}>> BDC`);
    content();
    canvas.raw('EMC');
  }

  /** Ties an annotation (a link) to this node. */
  attach(annotation: PdfReference, page: PdfPage): void {
    const key = this.document.createStructParentTreeNextKey();
    this.document.getStructParentTree().add(key, this.object);
    annotation.data['StructParent'] = key;
    const target = `/Obj ${annotation.toString()}/Pg ${page.dictionary.toString()}`;
    this.kids.push(`<</Type/OBJR${target}>>`);
  }

  close(): void {
    const { alt, title } = this.options;
    writeObject(
      this.document,
      this.object,
      `<</S/${this.name}/P ${this.parent.toString()}` +
        (this.page ? `/Pg ${this.page.toString()}` : '') +
        (alt ? `/Alt ${textString(alt)}` : '') +
        (title ? `/T ${textString(title)}` : '') +
        attributes(this.options) +
        `/K[${this.kids.join(' ')}]>>`,
    );
  }
}
