export { TemplatesModule } from './templates.module';
export { TemplatesRepository } from './templates.repository';
export { KeepTemplates, type AddedTemplate } from './use-cases/keep-templates';
export { KeepTemplateFiles } from './use-cases/keep-template-files';
export type { Template } from './template';
