// Filters, order and pages change the list in place; without this script each is a page of its own.
(() => {
  const region = () => document.querySelector("[data-swap]");
  if (!region() || !window.fetch || !history.pushState) return;

  const key = link => link.closest("li")?.querySelector(".value")?.textContent;
  const opened = () => [...document.querySelectorAll("details.facet[open]")].map(facet => facet.id);

  async function show(address, push, focus) {
    const before = region(), open = opened(), narrow = before.querySelector("details.facets")?.open;
    before.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(address);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const after = page.querySelector("[data-swap]");
      if (!after) throw new Error();
      open.forEach(id => page.getElementById(id)?.setAttribute("open", ""));
      if (after.querySelector("details.facets")) after.querySelector("details.facets").open = narrow ?? true;
      before.replaceWith(document.adoptNode(after));
      document.title = page.title;
      document.querySelectorAll("a.tongue, link[hreflang]").forEach((link, at) => {
        const other = page.querySelectorAll("a.tongue, link[hreflang]")[at];
        if (other) link.setAttribute("href", other.getAttribute("href"));
      });
      if (push) history.pushState({}, "", address);
      focus();
    } catch {
      location.href = address;
    }
  }

  document.addEventListener("click", event => {
    const link = event.target.closest("[data-swap] :is(.facets, .chips, .sort, .paging) a");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const facet = link.closest("details.facet")?.id, value = key(link), paging = link.closest(".paging");
    show(link.href, true, () => {
      const again = facet && [...document.querySelectorAll(`#${facet} a`)].find(each => key(each) === value);
      const target = again || document.querySelector("h1.total");
      if (!again) target.tabIndex = -1;
      target.focus({preventScroll: !paging});
      if (paging) scrollTo(0, 0);
    });
  });
  addEventListener("popstate", () => show(location.href, false, () => {}));
})();

// On a narrow screen the filters wait until they are asked for.
if (matchMedia("(max-width: 60rem)").matches) {
  document.querySelector("details.facets")?.removeAttribute("open");
}
