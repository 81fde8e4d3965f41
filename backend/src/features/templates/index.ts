export { TemplatesModule } from './templates.module';
export { KeepTemplates } from './use-cases/keep-templates';
