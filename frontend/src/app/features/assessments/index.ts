export { assessmentTexts } from './texts';
