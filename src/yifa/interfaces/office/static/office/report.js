// Editing a paragraph: a number is put in where the cursor stands, Ctrl+Enter keeps, and words are not lost by leaving.
(function () {
  "use strict";

  var begun = null;

  function field() {
    return document.getElementById("words");
  }

  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-insert]");
    var words = field();
    if (button && words) {
      var at = words.selectionStart;
      words.setRangeText(button.dataset.insert, at, words.selectionEnd, "end");
      words.focus();
      words.dispatchEvent(new Event("input", { bubbles: true }));
    }
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target === field()) {
      event.target.form.querySelector("button.first").click();
    }
  });
  document.addEventListener("htmx:afterSwap", function () {
    var words = field();
    if (words && words !== begun) {
      begun = words;
      words.focus();
      words.setSelectionRange(words.value.length, words.value.length);
    }
  });
  window.addEventListener("beforeunload", function (event) {
    var words = field();
    if (words && words.value !== words.defaultValue && !words.dataset.sent) {
      event.preventDefault();
      event.returnValue = "";
    }
  });
  document.addEventListener("submit", function (event) {
    var words = field();
    if (words && words.form === event.target) {
      words.dataset.sent = "yes";
    }
  });
})();
