// Blazor reports the state of the line by an event on the element of this id. The dialog sets no style and no markup.
const dialog = document.getElementById('components-reconnect-modal');

function show(state) {
  dialog.dataset.state = state;
  if (!dialog.open) dialog.showModal();
  dialog.querySelector('h2').focus();
}

dialog?.addEventListener('components-reconnect-state-changed', ({ detail }) => {
  switch (detail.state) {
    case 'show': show('show'); break;
    case 'retrying': if (!dialog.open) show('show'); break;
    case 'hide': dialog.close(); break;
    case 'failed': show('failed'); break;
    // A circuit that the server paused is not resumed: its state is not kept (see the limits of the host).
    case 'paused':
    case 'resume-failed':
    case 'rejected': show('rejected'); break;
  }
});

// Escape would hide the only words about why nothing works.
dialog?.addEventListener('cancel', event => event.preventDefault());

document.getElementById('cp-reconnect-reload')?.addEventListener('click', () => location.reload());
document.getElementById('cp-reconnect-retry')?.addEventListener('click', async () => {
  show('show');
  try {
    if (!await Blazor.reconnect()) show('rejected');
  } catch {
    show('failed');
  }
});
