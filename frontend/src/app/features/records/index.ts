export { ItemRecords } from './item-records';
