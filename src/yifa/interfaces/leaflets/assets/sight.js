/* Bringing places of the text into sight, below the head and above what covers the lower edge. */
var Sight = (function () {
  "use strict";

  /* Where the text begins to be seen. */
  function edge() {
    return Math.max(0, Dom.byId("sieve").getBoundingClientRect().bottom);
  }

  /* Bring an element to the middle of what the head and the panel leave free, unless it is seen already. */
  function bring(node) {
    const box = node.getBoundingClientRect();
    const panel = Dom.byId("panel").getBoundingClientRect();
    const covers = panel.top > edge() + 40 && panel.width > window.innerWidth - 40;
    const bottom = covers ? panel.top : window.innerHeight;
    if (box.top > edge() + 30 && box.bottom < bottom - 60) return;
    window.scrollBy(0, box.top - (edge() + bottom) / 2);
  }

  /* Bring a heading to the upper edge. */
  function top(node) {
    window.scrollBy(0, node.getBoundingClientRect().top - edge() - 12);
  }

  /* The place among `shown` of the first figure in sight; one before it when going back. */
  function first(text, shown, by) {
    const at = shown.findIndex((one) => text.marks[one] && text.marks[one].getBoundingClientRect().top >= edge());
    if (at < 0) return by > 0 ? 0 : shown.length - 1;
    return by > 0 ? at : at - 1;
  }

  function flash(node) {
    bring(node);
    node.classList.add("flash");
    window.setTimeout(() => node.classList.remove("flash"), 1600);
  }

  /* Tell the style sheet how high the filters are, which stay in sight. */
  function measure() {
    document.documentElement.style.setProperty("--bar", Dom.byId("sieve").offsetHeight + "px");
  }

  return { bring: bring, edge: edge, first: first, flash: flash, measure: measure, top: top };
})();
