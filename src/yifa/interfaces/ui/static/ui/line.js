// The line to the server: says when it is gone, when an answer was none, and sends the token that forms carry. While it
// is gone no form leaves the page, for the browser would put its own page in the place of what was typed.
(function () {
  "use strict";

  var WATCHED = "/alive", GATEWAY = [502, 503, 504];
  var gone = false;
  var pressed = null;

  function say(which) {
    var note = document.getElementById("trouble");
    gone = gone || which === "offline";
    note.textContent = note.dataset[which];
    note.hidden = false;
  }

  function calm() {
    gone = false;
    document.getElementById("trouble").hidden = true;
  }

  function lost() {
    say("offline");
  }

  // Sends a form that was held back, by the button that was pressed, as soon as the server answers.
  function again(form, button) {
    fetch(WATCHED, { cache: "no-store" }).then(function (answer) {
      if (answer.ok) {
        calm();
        if (button) {
          button.click();
        } else {
          form.submit();
        }
      }
    }).catch(lost);
  }

  document.addEventListener("htmx:configRequest", function (event) {
    event.detail.headers["X-CSRFToken"] = document.body.dataset.token;
  });
  document.addEventListener("htmx:sendError", lost);
  document.addEventListener("htmx:timeout", lost);
  document.addEventListener("htmx:responseError", function (event) {
    say(GATEWAY.indexOf(event.detail.xhr.status) === -1 ? "error" : "offline");
  });
  document.addEventListener("htmx:afterOnLoad", calm);
  window.addEventListener("offline", lost);
  window.addEventListener("online", calm);
  document.addEventListener("click", function (event) {
    pressed = event.target.closest("button, input[type=submit]");
  }, true);
  document.addEventListener("submit", function (event) {
    if (event.defaultPrevented || !(gone || navigator.onLine === false)) {
      return;
    }
    event.preventDefault();
    lost();
    document.getElementById("trouble").scrollIntoView({ block: "nearest" });
    again(event.target, pressed && pressed.form === event.target ? pressed : null);
  });
})();
