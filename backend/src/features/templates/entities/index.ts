import { TemplateFileEntity } from './template-file.entity';
import { TemplateEntity } from './template.entity';

/** The tables of this room. */
export const TEMPLATES_ENTITIES = [TemplateEntity, TemplateFileEntity];
