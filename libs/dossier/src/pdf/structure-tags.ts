import type { PageCanvas } from './page-canvas';
import type { PdfDocument, PdfPage, PdfReference } from './pdf-document';

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

export interface TagOptions {
  readonly alt?: string;
  readonly title?: string;
  readonly scope?: 'Column' | 'Row';
  readonly columnSpan?: number;
}

const attributes = (options: TagOptions): Record<string, unknown> | null => {
  if (!options.scope && (options.columnSpan ?? 1) === 1) return null;
  return {
    O: 'Table',
    ...(options.scope ? { Scope: options.scope } : {}),
    ...((options.columnSpan ?? 1) > 1 ? { ColSpan: options.columnSpan } : {}),
  };
};

/**
 * A node of the structure tree (ISO 32000-1, 14.7). Written out as soon as it is closed, so that a
 * table of thousands of cells does not wait in memory; its parent keeps the reference only.
 */
export class TagNode {
  readonly reference: PdfReference;
  private readonly kids: unknown[] = [];
  private page: PdfReference | null = null;

  constructor(
    private readonly document: PdfDocument,
    private readonly name: TagName,
    private readonly parent: TagNode | PdfReference,
    options: TagOptions = {},
  ) {
    const above = parent instanceof TagNode ? parent.reference : parent;
    this.reference = document.ref({ S: name, P: above });
    const { data } = this.reference;
    // pdfkit writes String objects as text and plain strings as names.
    if (options.alt) data['Alt'] = new String(options.alt);
    if (options.title) data['T'] = new String(options.title);
    const table = attributes(options);
    if (table) data['A'] = table;
  }

  add(name: TagName, options: TagOptions = {}): TagNode {
    const node = new TagNode(this.document, name, this, options);
    this.kids.push(node.reference);
    return node;
  }

  /** Draws content of this node on a page; may be called again, also on the next page. */
  draw(canvas: PageCanvas, page: PdfPage, content: () => void): void {
    const parents = this.document.getStructParentTree().get(page.structParentTreeKey) as unknown[];
    const id = parents.length;
    parents.push(this.reference);
    this.page ??= page.dictionary;
    this.kids.push(
      this.page === page.dictionary ? id : { Type: 'MCR', Pg: page.dictionary, MCID: id },
    );
    canvas.raw(`/${this.name} <</MCID ${id}>> BDC`);
    content();
    canvas.raw('EMC');
  }

  /** Ties an annotation (a link) to this node. */
  attach(annotation: PdfReference, page: PdfPage): void {
    const key = this.document.createStructParentTreeNextKey();
    this.document.getStructParentTree().add(key, this.reference);
    annotation.data['StructParent'] = key;
    this.kids.push({ Type: 'OBJR', Obj: annotation, Pg: page.dictionary });
  }

  close(): void {
    if (this.page) this.reference.data['Pg'] = this.page;
    this.reference.data['K'] = this.kids;
    this.reference.end();
  }
}
