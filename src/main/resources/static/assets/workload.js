// Moves cases by dragging them onto an adviser; without scripts the form beside them does the same.
const form = document.getElementById('reassign');

if (form) {
  const all = document.getElementById('all');
  const boxes = [...form.querySelectorAll('input[name=place]')];
  all.hidden = false;
  all.addEventListener('change', () => boxes.forEach(box => { box.checked = all.checked; }));

  form.querySelectorAll('tr[draggable]').forEach(row => row.addEventListener('dragstart', event => {
    row.querySelector('input[name=place]').checked = true;
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', row.querySelector('.number').textContent);
  }));

  document.querySelectorAll('tr[data-user]:not([aria-current])').forEach(row => {
    row.addEventListener('dragover', event => {
      event.preventDefault();
      row.classList.add('target');
    });
    row.addEventListener('dragleave', () => row.classList.remove('target'));
    row.addEventListener('drop', event => {
      event.preventDefault();
      form.elements.to.value = row.dataset.user;
      form.requestSubmit();
    });
  });
}
