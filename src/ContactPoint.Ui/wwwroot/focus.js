// Moves the focus to a field by its id. Blazor can focus only elements of the same component; an error summary points at others.
export function focusById(id) {
  const element = document.getElementById(id);
  if (!element) return false;
  const target = element.matches('fieldset') ? element.querySelector('input:not(:disabled)') ?? element : element;
  target.focus({ preventScroll: true });
  (element.closest('.cp-field') ?? element).scrollIntoView({ block: 'nearest' });
  return true;
}
