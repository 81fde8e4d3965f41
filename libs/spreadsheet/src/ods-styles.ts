import { attributeOf } from './xml-scanner';

/** Names of the styles of an OpenDocument file that matter: struck through, and tables that are not shown. */
export class OdsStyles {
  readonly struck = new Set<string>();
  readonly hiddenTables = new Set<string>();
  private name = '';

  open(tag: string, attributes: string): void {
    if (tag === 'style') this.name = attributeOf(attributes, 'name') ?? '';
    else if (tag === 'text-properties') {
      const line =
        attributeOf(attributes, 'text-line-through-style') ??
        attributeOf(attributes, 'text-line-through-type') ??
        'none';
      if (line !== 'none') this.struck.add(this.name);
    } else if (tag === 'table-properties' && attributeOf(attributes, 'display') === 'false')
      this.hiddenTables.add(this.name);
  }
}
