// Follows an import without loading the page anew; without scripts the page does so itself.
const parser = new DOMParser();

async function follow() {
  const standing = document.getElementById('standing');
  if (!standing || standing.dataset.underWay !== 'true') {
    return;
  }
  try {
    const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
    const page = answer.ok ? parser.parseFromString(await answer.text(), 'text/html') : null;
    const next = page && page.getElementById('standing');
    if (!next) {
      location.reload();
      return;
    }
    if (!standing.contains(document.activeElement) || next.dataset.underWay !== 'true') {
      standing.replaceWith(document.adoptNode(next));
    } else {
      standing.querySelector('progress').value = next.querySelector('progress').value;
      standing.querySelector('.glance').replaceWith(document.adoptNode(next.querySelector('.glance')));
    }
  } catch {
    // The next try may find the application again.
  }
  setTimeout(follow, 1000);
}

setTimeout(follow, 1000);
