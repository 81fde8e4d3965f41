export { organizationTexts } from './texts';
