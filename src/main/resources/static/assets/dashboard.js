/* Keeps the counts of the dashboard at the present moment while somebody looks. */
const tiles = document.querySelector('[data-counts]');
const refresh = async () => {
  if (document.hidden) {
    return;
  }
  const answer = await fetch(tiles.dataset.counts, { headers: { Accept: 'application/json' } });
  if (answer.ok && !answer.redirected) {
    const counts = await answer.json();
    for (const place of tiles.querySelectorAll('[data-count]')) {
      place.textContent = counts[place.dataset.count];
    }
  }
};
setInterval(() => refresh().catch(() => {}), 15000);
