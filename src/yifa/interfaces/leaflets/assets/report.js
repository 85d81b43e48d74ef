/* Changes the language, and marks in the text every place of the number that is open. */
(function () {
  "use strict";

  const data = JSON.parse(Dom.byId("data").textContent);

  function speak(tag) {
    Placed.translate(new Speech.Language(tag, data));
  }

  function mark() {
    const open = location.hash.indexOf("#f") === 0 ? location.hash : null;
    Dom.all(".num").forEach((one) => one.classList.toggle("chosen", one.getAttribute("href") === open));
    if (open && Dom.byId(open.slice(1))) Dom.byId(open.slice(1)).querySelector("h3 a").focus({ preventScroll: true });
  }

  /* Escape goes back to the place in the text that was opened last. */
  let last = null;
  document.addEventListener("click", (event) => {
    const number = event.target.closest(".num");
    if (number) last = number;
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !last) return;
    location.hash = last.id;
    last.focus();
  });
  window.addEventListener("hashchange", mark);
  Dom.byId("print").addEventListener("click", () => window.print());
  Dom.all("[data-language]").forEach((button) => button.addEventListener("click", () => speak(button.dataset.language)));
  speak(data.lang);
  mark();
})();
