/*
 * What Tasklist lacks for an adviser: the case file beside the form, drafts that survive a switch of task, counts on
 * every filter, due date first, and one sign-in page.
 */
const el = (tag, attributes = {}, ...children) => {
  const node = Object.assign(document.createElement(tag), attributes);
  node.append(...children);
  return node;
};

const hashParameter = name => new URLSearchParams(location.hash.split('?')[1] || '').get(name);

const caseFileOf = async task => {
  const answer = await fetch(`/desk/tasks/${encodeURIComponent(task)}/case-file`, { headers: { Accept: 'application/json' } });
  if (!answer.ok) {
    throw new Error(answer.status === 403 ? 'You have no access to this case.' : 'The case file could not be loaded.');
  }
  const { address, sentence } = await answer.json();
  if (!address) {
    throw new Error(sentence);
  }
  return address;
};

const openDrawer = async task => {
  document.getElementById('desk-drawer')?.remove();
  const drawer = el('aside', { id: 'desk-drawer' });
  drawer.append(el('button', { type: 'button', className: 'btn btn-link', textContent: 'Close', onclick: () => drawer.remove() }));
  try {
    drawer.append(el('iframe', { src: `${await caseFileOf(task)}?embedded`, title: 'Case file' }));
  } catch (failure) {
    drawer.append(el('p', { textContent: failure.message }));
  }
  document.body.append(drawer);
};

const caseFile = {
  id: 'case-file',
  pluginPoint: 'tasklist.task.action',
  priority: 50,
  render: node =>
    node.append(
      el('button', {
        type: 'button',
        className: 'btn btn-link',
        textContent: 'Case file',
        onclick: () => openDrawer(hashParameter('task'))
      })
    )
};

const wayOut = (id, priority, href, textContent) => ({
  id,
  pluginPoint: 'tasklist.navbar.action',
  priority,
  render: node => node.append(el('a', { href, textContent }))
});

// A draft lives as long as the browser tab, never in the workstation's permanent storage.
const isDraft = key => typeof key === 'string' && key.startsWith('camunda-form:');
for (const method of ['getItem', 'setItem', 'removeItem']) {
  const original = Storage.prototype[method];
  Storage.prototype[method] = function (key, ...rest) {
    return original.call(this === localStorage && isDraft(key) ? sessionStorage : this, key, ...rest);
  };
}
let touched = null;
for (const sign of ['input', 'change', 'click']) {
  document.addEventListener(sign, event => (touched = event.target.closest('.fjs-container') || touched), true);
}
const saveDraft = () => {
  const save = document.querySelector('.form-actions button[ng-click^="save"]');
  if (save && !save.disabled && touched?.isConnected) {
    document.activeElement?.blur();
    save.click();
  }
};
document.addEventListener(
  'mousedown',
  event => event.target.closest('.task-details .nav-tabs a, li.task, .task-filter') && saveDraft(),
  true
);
window.addEventListener('beforeunload', saveDraft);

// The word that a task is gone, arriving late, must not lock the form of the task that has been opened meanwhile.
window.XMLHttpRequest = class extends XMLHttpRequest {
  #task = null;

  constructor() {
    super();
    this.addEventListener('readystatechange', event => {
      if (this.readyState === 4 && this.status === 404 && this.#task && this.#task !== hashParameter('task')) {
        event.stopImmediatePropagation();
      }
    });
  }

  open(method, address, ...rest) {
    this.#task = method === 'GET' ? /\/task\/([^/?]+)$/.exec(address)?.[1] : null;
    super.open(method, address, ...rest);
  }
};

// A link in a form opens beside the form, not in its place.
document.addEventListener(
  'click',
  event => {
    const link = event.target.closest('.fjs-container a[href]');
    if (link && !link.target) {
      link.target = '_blank';
      link.rel = 'noopener';
    }
  },
  true
);

// Due date first, unless the user has chosen another order.
const dueFirst = () => {
  if (/^#\/(\?|$)/.test(location.hash || '#/') && !location.hash.includes('sorting=')) {
    const sorting = encodeURIComponent('[{"sortBy":"dueDate","sortOrder":"asc"}]');
    const hash = location.hash || '#/';
    history.replaceState(null, '', `${hash}${hash.includes('?') ? '&' : '?'}sorting=${sorting}`);
  }
};

// The number of tasks behind each filter, once a minute.
const countTasks = async () => {
  const api = document.querySelector('base').getAttribute('engine-api') + 'engine/default/';
  const filters = await (await fetch(`${api}filter?resourceType=Task&firstResult=0&maxResults=50`)).json();
  for (const filter of filters) {
    const entry = [...document.querySelectorAll('.task-filter')].find(item => item.textContent.includes(filter.name));
    if (!entry || entry.classList.contains('active')) {
      entry?.querySelector('.desk-count')?.remove();
      continue;
    }
    const { count } = await (await fetch(`${api}filter/${filter.id}/count`, { headers: { Accept: 'application/json' } })).json();
    const badge = entry.querySelector('.desk-count') || el('span', { className: 'desk-count' });
    badge.textContent = count;
    (entry.querySelector('.name') || entry).append(badge);
  }
};
setTimeout(() => countTasks().catch(() => {}), 2500);
setInterval(() => document.visibilityState === 'visible' && countTasks().catch(() => {}), 60000);

// One sign-in page, and back to the same task.
const RETURN = 'desk:return';
const toLogin = () => location.hash.startsWith('#/login') && location.replace(location.pathname);
if (sessionStorage.getItem(RETURN) && !location.hash.includes('task=')) {
  location.hash = sessionStorage.getItem(RETURN);
}
sessionStorage.removeItem(RETURN);
window.addEventListener('hashchange', event => {
  const before = new URL(event.oldURL).hash;
  if (location.hash.startsWith('#/login') && before.includes('task=')) {
    sessionStorage.setItem(RETURN, before);
  }
  toLogin();
});
dueFirst();
window.addEventListener('popstate', dueFirst, true);
toLogin();

export default [
  caseFile,
  wayOut('desk-start-page', 1000, '/', 'Start page'),
  wayOut('desk-cases', 900, '/cases', 'Cases')
];
