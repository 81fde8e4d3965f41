import type { ApiDescription, Schema } from './api-description';
import type { SeededRandom } from './seeded-random';

/** Values that are right for a field of this name, such as the ids that the sample enterprise has. */
export type KnownValues = Readonly<Record<string, readonly unknown[]>>;

const TEXTS = ['采购控制程序', 'Q/SLJD 0301-2024', '质量管理体系 要求', 'A', '2026 年修订 😀'];
const typeOf = ({ type }: Schema): string | undefined =>
  typeof type === 'object' ? type.find((one) => one !== 'null') : type;

/** Makes values by their schemas. */
export class PlausibleValues {
  constructor(
    private readonly api: ApiDescription,
    private readonly known: KnownValues,
    private readonly random: SeededRandom,
    /** How often what is optional is there. */
    private readonly share = 0.5,
  ) {}

  /** @param name of the field, where it is one */
  value(reference: Schema, name = ''): unknown {
    const schema = this.api.schema(reference);
    const isNullable = Array.isArray(schema.type) && schema.type.includes('null');
    if (isNullable && this.share < 1 && this.random.isLucky(0.2)) return null;
    if (schema.format === 'email') return `p${String(this.random.below(1e9))}@example.com`;
    const known = (this.known[name] ?? []).filter((value) => schema.enum?.includes(value) ?? true);
    if (known.length > 0 && typeOf(schema) !== 'array') return this.random.pick(known);
    if (schema.enum !== undefined) return this.random.pick(schema.enum);
    const choices = schema.oneOf ?? schema.anyOf ?? schema.allOf;
    if (choices !== undefined) return this.value(this.random.pick(choices), name);
    switch (typeOf(schema)) {
      case 'null':
        return null;
      case 'object':
        return this.object(schema, name);
      case 'array':
        return this.list(schema, name);
      case 'boolean':
        return this.random.isLucky(0.5);
      case 'integer':
      case 'number':
        return (schema.minimum ?? 0) + this.random.below(Math.min(schema.maximum ?? 50, 50));
      default:
        return this.text(schema);
    }
  }

  private object({ properties, required, additionalProperties }: Schema, name: string): unknown {
    const made: Record<string, unknown> = {};
    for (const [field, schema] of Object.entries(properties ?? {}))
      if (required?.includes(field) === true || this.random.isLucky(this.share))
        made[field] = this.value(schema, field);
    if (typeof additionalProperties === 'object' && properties === undefined)
      for (const key of this.known[`keys of ${name}`] ?? ['a', 'b'])
        made[String(key)] = this.value(additionalProperties, `values of ${name}`);
    return made;
  }

  private list({ items, minItems }: Schema, name: string): unknown {
    const length = Math.max(this.share < 1 ? 0 : 1, minItems ?? 0) + this.random.below(2);
    return Array.from({ length }, () => this.value(items ?? {}, name));
  }

  private text({ format, maxLength }: Schema): string {
    if (format === 'uuid') return '00000000-0000-4000-8000-000000000000';
    if (format === 'date') return this.random.pick(['2026-03-01', '2024-02-29', '2030-12-31']);
    return this.random.pick(TEXTS).slice(0, maxLength ?? 100);
  }
}
