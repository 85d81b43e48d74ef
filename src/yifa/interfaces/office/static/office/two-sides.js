// A text with what is asked about beside it: a figure that is clicked is shown at once, without loading the page.
// Without this script every figure is a link that does the same.
(function () {
  "use strict";

  var text = document.querySelector("[data-asks]");
  var beside = document.getElementById("beside");
  if (!text || !beside || !window.htmx) {
    return;
  }

  function mark(node) {
    Array.prototype.forEach.call(document.querySelectorAll(".fig.at"), function (old) {
      old.classList.remove("at");
    });
    if (node) {
      node.classList.add("at");
    }
  }

  function ask(link, far) {
    var asked = new URL(link.href, location.href);
    var here = document.getElementById(asked.hash.slice(1)) || document.getElementById(link.dataset.to || "");
    var own = link.closest("[data-asks]");
    var node = own ? link : here;
    if (!node || !text.contains(node)) {
      return false;
    }
    mark(node);
    if (far) {
      node.scrollIntoView({ block: "center" });
    }
    beside.classList.add("open");
    window.htmx.ajax("GET", text.dataset.asks + asked.search, { target: "#beside", swap: "innerHTML" });
    window.history.replaceState(null, "", asked.search + "#" + node.id);
    return true;
  }

  document.addEventListener("click", function (event) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) {
      return;
    }
    var link = event.target.closest("a.fig, a.ask");
    if (link && ask(link, link.classList.contains("ask"))) {
      event.preventDefault();
    }
  });

  var first = document.getElementById(location.hash.slice(1));
  if (first && first.classList.contains("fig")) {
    mark(first);
  }
})();
