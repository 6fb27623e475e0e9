// Shortcuts: "/" search, "g h" home, "?" help. Single letters can be hit by accident or by speech input, so they can be switched off
// (WCAG 2.1.4). The choice is all that is kept in the browser, and signing out removes it.
const choice = 'cp-keys';
let lead = '';

export const isOn = () => localStorage.getItem(choice) !== 'off';

export function set(on) {
  if (on) localStorage.removeItem(choice);
  else localStorage.setItem(choice, 'off');
}

function isTyping(target) {
  return target.closest('input, textarea, select, [contenteditable], dialog, [role="dialog"]') !== null;
}

function go(path) {
  Blazor.navigateTo(path);
}

document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || !isOn() || !(event.target instanceof Element) || isTyping(event.target)) return;
  const keys = lead + event.key;
  lead = '';
  switch (keys) {
    case '/': {
      const field = document.getElementById('family-name');
      event.preventDefault();
      if (field) field.focus();
      else if (document.querySelector('a[href="find"]')) go('find');
      break;
    }
    case 'g': lead = 'g'; setTimeout(() => { lead = ''; }, 1500); break;
    case 'gh': go(''); break;
    case '?': go('help'); break;
  }
});

// A print button cannot print by itself under the content security policy.
document.addEventListener('click', event => {
  if (event.target instanceof Element && event.target.closest('[data-cp-print]')) window.print();
});
