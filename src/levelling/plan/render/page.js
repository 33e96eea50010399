(() => {
  "use strict";
  const box = document.getElementById("from");
  if (!box || typeof box.showPopover !== "function") return; // the links lead to the list of sources by themselves
  const body = document.getElementById("from-body");
  const title = document.getElementById("from-h");
  let opener = null;

  const place = (link) => {
    const at = link.getBoundingClientRect();
    const width = box.offsetWidth, height = box.offsetHeight, edge = 8;
    const room = document.documentElement.clientWidth;
    const left = Math.max(edge, Math.min(at.left, room - width - edge));
    const below = at.bottom + edge;
    const top = below + height < window.innerHeight ? below : Math.max(edge, at.top - height - edge);
    box.style.left = `${left}px`;
    box.style.top = `${top}px`;
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.n, #from a[href^='#r']");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    const entry = document.getElementById(link.getAttribute("href").slice(1));
    if (!entry) return;
    event.preventDefault();
    const inside = box.contains(link);
    const words = inside ? "" : link.textContent.trim();
    title.textContent = words ? `Where ${words} comes from` : "Where it comes from";
    body.replaceChildren(...[...entry.childNodes].map((node) => node.cloneNode(true)));
    // A series shares one entry: the number itself says which of its periods is meant.
    const when = body.querySelector("dd");
    const period = inside ? "" : link.dataset.p || entry.dataset.p;
    if (period && when) when.textContent = period;
    if (!inside) {
      box.hidePopover();
      opener = link;
      box.showPopover();
      place(link);
    }
    box.focus();
  });

  // A link inside that leads elsewhere on the page closes the box first, so that the target is seen.
  box.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#p-']");
    if (link) { opener = null; box.hidePopover(); }
  });

  box.addEventListener("toggle", (event) => {
    if (event.newState === "closed" && opener) {
      if (box.contains(document.activeElement) || document.activeElement === document.body) opener.focus({ preventScroll: true });
      opener = null;
    }
  });
})();
