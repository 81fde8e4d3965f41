import type { PlacedItem } from '../lookup';
import type { IdPath } from './layers';

/** Where an item stands in its pack. */
export const pathOfItem = ({ item, group, section }: PlacedItem): IdPath => [
  ...['sections', { id: section.id }, 'groups', { id: group.id }],
  ...['items', { id: item.id }],
];
