// Keys: / searches, j k move, Enter opens, o looks beside the list, n makes something new, g leads, ? shows all.
// Without this script every link and button works as it stands.
(function () {
  "use strict";

  var waiting = null;

  function typing(node) {
    var field = node && /^(INPUT|TEXTAREA|SELECT)$/.test(node.tagName) && node.type !== "checkbox";
    return field || (node && node.isContentEditable);
  }

  function lines() {
    return Array.prototype.slice.call(document.querySelectorAll("[data-line]"));
  }

  function current() {
    return document.querySelector("[data-line].at");
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
    if (node) {
      node.click();
      return true;
    }
    return false;
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
    var open = document.querySelector("dialog[open], details.who[open]");
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
    } else if (event.key === "n") {
      done = press('[data-key="n"]');
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
    var who = document.querySelector("details.who[open]");
    if (who && !who.contains(event.target)) {
      who.removeAttribute("open");
    }
  });
})();
