/* The keyboard: one letter each, never while something is being typed. */
var Keys = (function () {
  "use strict";

  /* `acts` maps a key to what it does; what returns false lets the key through. */
  function start(acts) {
    document.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
      if (Dom.byId("keys").open || (typing && event.key !== "Escape")) return;
      const act = acts[event.key];
      if (act && act(event) !== false) event.preventDefault();
    });
  }

  /* Tabs of the panel: arrows move, Home and End go to the ends. */
  function tabs(list, choose) {
    list.addEventListener("keydown", (event) => {
      const all = Dom.all("[role=tab]", list);
      const here = all.indexOf(document.activeElement);
      const to = { ArrowRight: here + 1, ArrowLeft: here - 1 + all.length, Home: 0, End: all.length - 1 }[event.key];
      if (here < 0 || to === undefined) return;
      event.preventDefault();
      choose(all[to % all.length].id.slice(4));
      all[to % all.length].focus();
    });
  }

  return { start: start, tabs: tabs };
})();
