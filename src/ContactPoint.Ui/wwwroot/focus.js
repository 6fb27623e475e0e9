// Moves the focus by id. No module: the document loads it before the circuit starts, so that it is there when a page first asks.
window.contactPoint = {
  focus(id) {
    const element = document.getElementById(id);
    if (!element) return;
    const field = element.closest('.cp-field');
    const target = element.matches('fieldset') ? element.querySelector('input:not(:disabled)') ?? element : element;
    target.focus({ preventScroll: field !== null });
    field?.scrollIntoView({ block: 'nearest' });
  },

  focusInPlace(id) {
    document.getElementById(id)?.focus({ preventScroll: true });
  },
};
