export {
  ACCEPT_ALL_CONFIDENCE,
  createPlacer,
  type PlacedExample,
  type PlaceReason,
  type PlaceSuggestion,
  type Placer,
  type PlacingEntry,
} from './suggest-places';
