// The line to the server: says when it is gone, when an answer was none, and sends the token that forms carry.
(function () {
  "use strict";

  function say(which) {
    var note = document.getElementById("trouble");
    note.textContent = note.dataset[which];
    note.hidden = false;
  }

  function calm() {
    document.getElementById("trouble").hidden = true;
  }

  document.addEventListener("htmx:configRequest", function (event) {
    event.detail.headers["X-CSRFToken"] = document.body.dataset.token;
  });
  document.addEventListener("htmx:sendError", function () { say("offline"); });
  document.addEventListener("htmx:timeout", function () { say("offline"); });
  document.addEventListener("htmx:responseError", function () { say("error"); });
  document.addEventListener("htmx:afterOnLoad", calm);
  window.addEventListener("offline", function () { say("offline"); });
  window.addEventListener("online", calm);
})();
