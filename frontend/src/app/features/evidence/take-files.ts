/** The chosen files; the field is emptied so that the same file can be chosen again. */
export function takeFiles(event: Event): readonly File[] {
  const field = event.target as HTMLInputElement;
  const files = [...(field.files ?? [])];
  field.value = '';
  return files;
}
