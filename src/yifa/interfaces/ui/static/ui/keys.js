// Keys: / searches, j k move, Enter opens, o looks beside the list, w says why this day, n makes something new, g leads,
// Ctrl+Enter sends the form, ? shows all; whatever has data-key answers to that key.
// Without this script every link and button works as it stands.
(function () {
  "use strict";

  var waiting = null;

  function typing(node) {
    var field = node && /^(INPUT|TEXTAREA|SELECT)$/.test(node.tagName) && node.type !== "checkbox";
    return field || (node && node.isContentEditable);
  }

  // What j and k move over: lines; on a text without any, its figures.
  function lines() {
    var all = document.querySelectorAll("[data-line]");
    return Array.prototype.slice.call(all.length ? all : document.querySelectorAll("article.printed a.fig"));
  }

  function current() {
    return document.querySelector("[data-line].at, a.fig.at");
  }

  function go(step) {
    var all = lines();
    if (!all.length) {
      return;
    }
    var now = current();
    var place = now ? all.indexOf(now) + step : step > 0 ? 0 : all.length - 1;
    var next = all[Math.min(Math.max(place, 0), all.length - 1)];
    if (now) {
      now.classList.remove("at");
    }
    next.classList.add("at");
    var link = next.querySelector("a[href]") || next.querySelector("button, input") || next;
    link.focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest" });
  }

  function press(selector) {
    var node = document.querySelector(selector);
    if (!node) {
      return false;
    }
    node.click();
    var then = node.dataset.then && document.querySelector(node.dataset.then);
    if (then) {
      then.focus();
    }
    return true;
  }

  // Ctrl+Enter: the first button of the form one types in; where one types nowhere, of the page's only such form.
  function send(event) {
    var all = document.querySelectorAll("main form button.first");
    var own = event.target.form && event.target.form.querySelector("button.first");
    var button = own || (all.length === 1 ? all[0] : null);
    if (button) {
      event.preventDefault();
      button.click();
    }
  }

  function why() {
    var open = (current() || document).querySelector("main details.why, details.why");
    if (open) {
      open.querySelector("summary").click();
      open.scrollIntoView({ block: "nearest" });
    }
    return Boolean(open);
  }

  // The first line, where nothing has the focus: Enter opens it as if one had gone there.
  function first() {
    var line = document.activeElement === document.body && !document.querySelector("dialog[open]") && lines()[0];
    var link = line && (line.querySelector("a.to[href], a[href]") || (line.matches("a[href]") && line));
    if (link) {
      link.click();
    }
    return Boolean(link);
  }

  // A click on a line, beside its links and boxes, looks at it beside the list; where there is no room, it opens it.
  function lookAt(event) {
    var line = event.target.closest("[data-line]");
    if (!line || event.target.closest("a, button, input, label, select, summary") || String(window.getSelection())) {
      return;
    }
    var look = line.querySelector("[data-look]");
    if (!look) {
      return;
    }
    var now = current();
    if (now) {
      now.classList.remove("at");
    }
    line.classList.add("at");
    (look.offsetParent ? look : line.querySelector("a.to[href]") || look).click();
  }

  function show() {
    var keys = document.getElementById("keys");
    if (keys && !keys.hasAttribute("open")) {
      if (keys.showModal) {
        keys.showModal();
      } else {
        keys.setAttribute("open", "");
      }
    }
  }

  function shut() {
    var open = document.querySelector("dialog[open], details.who[open], details.verbs-more[open]");
    if (open && open.close) {
      open.close();
    } else if (open) {
      open.removeAttribute("open");
    } else {
      var beside = document.getElementById("beside");
      if (beside) {
        beside.textContent = "";
        beside.parentElement.classList.remove("looked");
      }
    }
  }

  function pressed(event) {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.defaultPrevented) {
      send(event);
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) {
      return;
    }
    if (event.key === "Escape") {
      shut();
      return;
    }
    if (typing(event.target)) {
      return;
    }
    if (waiting !== null) {
      clearTimeout(waiting);
      waiting = null;
      if (/^[a-z]$/.test(event.key) && press('[data-lead="' + event.key + '"]')) {
        event.preventDefault();
      }
      return;
    }
    var done = true;
    if (event.key === "/") {
      var seek = document.getElementById("seek");
      done = Boolean(seek);
      if (seek) {
        seek.focus();
        seek.select();
      }
    } else if (event.key === "j") {
      go(1);
    } else if (event.key === "k") {
      go(-1);
    } else if (/^[ns1-9]$/.test(event.key)) {
      done = press('[data-key="' + event.key + '"]');
    } else if (event.key === "w") {
      done = why();
    } else if (event.key === "Enter") {
      done = first();
    } else if (event.key === "o" && current()) {
      var look = current().querySelector("[data-look]");
      done = Boolean(look);
      if (look) {
        look.click();
      }
    } else if (event.key === "g") {
      waiting = setTimeout(function () { waiting = null; }, 1500);
    } else if (event.key === "?") {
      show();
    } else {
      done = false;
    }
    if (done) {
      event.preventDefault();
    }
  }

  document.addEventListener("keydown", pressed);
  document.addEventListener("htmx:afterSwap", function (event) {
    if (event.detail.target.id === "beside") {
      event.detail.target.parentElement.classList.add("looked");
    }
  });
  document.addEventListener("click", function (event) {
    if (event.target.closest("[data-close]")) {
      shut();
    }
    if (event.target.closest("[data-print]")) {
      window.print();
    }
    lookAt(event);
    Array.prototype.forEach.call(document.querySelectorAll("details.who[open], details.verbs-more[open]"), function (one) {
      if (!one.contains(event.target)) {
        one.removeAttribute("open");
      }
    });
  });
})();
