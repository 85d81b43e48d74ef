// A field that sifts a long list as one types: only lines with these words stay. Without this script it is not there.
(function () {
  "use strict";

  function sift(field) {
    var words = field.value.trim().toLowerCase();
    var lines = document.querySelectorAll(field.dataset.sieve + " > li");
    Array.prototype.forEach.call(lines, function (line) {
      line.hidden = words !== "" && line.textContent.toLowerCase().indexOf(words) < 0;
    });
  }

  document.querySelectorAll("[data-sieve]").forEach(function (field) {
    field.closest("[hidden]").hidden = false;
    field.addEventListener("input", function () { sift(field); });
    sift(field);
  });
})();
