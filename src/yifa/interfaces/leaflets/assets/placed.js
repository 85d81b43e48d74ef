/* The messages that stand in the template, put into the language spoken. */
var Placed = (function () {
  "use strict";

  const ATTRIBUTES = ["placeholder", "aria-label", "title"];

  /* Whole page and its templates; `more`, where given, is called with each root for what else changes there. */
  function translate(speech, more) {
    document.documentElement.lang = speech.zh ? "zh-Hans" : "en";
    const roots = [document].concat(Dom.all("template").map((template) => template.content));
    roots.forEach((root) => {
      Dom.all("[data-say]", root).forEach((node) => (node.textContent = speech.say(node.dataset.say)));
      ATTRIBUTES.forEach((name) =>
        Dom.all("[data-say-" + name + "]", root).forEach((node) =>
          node.setAttribute(name, speech.say(node.getAttribute("data-say-" + name)))
        )
      );
      if (more) more(root);
    });
    Dom.all("[data-language]").forEach((button) =>
      button.setAttribute("aria-pressed", String(button.dataset.language === speech.tag))
    );
  }

  return { translate: translate };
})();
