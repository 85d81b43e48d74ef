/* The headings beside the text, with how many points stand under each. */
var Outline = (function () {
  "use strict";

  function draw(text, speech) {
    const book = text.book;
    const counts = text.data.sections.map(() => ({ red: 0, amber: 0 }));
    text.points().forEach((check) => {
      const start = check.members ? startHere(text, check) : text.startOf(check);
      text.data.sections.forEach((section, at) => {
        if (section.start <= start && start < section.end) counts[at][book.light(check)]++;
      });
    });
    const items = text.data.sections.map((section, at) =>
      Dom.el(
        "li",
        { class: "l" + section.level },
        Dom.el(
          "a",
          { href: "#", "data-section": at },
          Dom.el("span", { lang: "zh-Hans", class: "title" }, Dom.el("span", { class: "path" }, label(section) + " "), section.title),
          badge("red", counts[at].red, book, speech),
          badge("amber", counts[at].amber, book, speech)
        )
      )
    );
    return items.length
      ? Dom.el("ol", {}, items)
      : Dom.el("p", { class: "none" }, speech.say("No headings were found."));
  }

  function startHere(text, check) {
    const member = check.members.find((one) => one[0] === text.place);
    return text.figures[member[1]].start;
  }

  /* 二(三) as it stands before the heading: （三）, 二、 */
  function label(section) {
    const path = section.path;
    const at = Math.max(path.lastIndexOf("("), path.lastIndexOf("（"));
    return at > 0 ? path.slice(at) : path + (section.level === 1 ? "、" : "");
  }

  function badge(light, n, book, speech) {
    if (!n) return null;
    return Dom.el(
      "span",
      { class: "badge " + light },
      Dom.el("span", { "aria-hidden": "true" }, book.sign(light)),
      Dom.el("span", { class: "unseen" }, speech.count("{n} point to check", "{n} points to check", n)),
      Dom.el("span", { "aria-hidden": "true" }, String(n))
    );
  }

  /* The headings as choices of the filter. */
  function options(text, speech) {
    return [Dom.el("option", { value: "" }, speech.say("all sections"))].concat(
      text.data.sections.map((section, at) =>
        Dom.el(
          "option",
          { value: at, lang: "zh-Hans" },
          (section.level > 1 ? "　" : "") + label(section) + short(section.title)
        )
      )
    );
  }

  function short(title) {
    return title.length > 18 ? title.slice(0, 18) + "…" : title;
  }

  /* Show which heading the reader is at. */
  function follow(text, top) {
    let here = -1;
    text.data.sections.forEach((section, at) => {
      const head = heading(text, at);
      if (head && head.getBoundingClientRect().top <= top) here = at;
    });
    Dom.all("#outline [data-section]").forEach((link) => {
      if (Number(link.dataset.section) === here) {
        if (link.getAttribute("aria-current")) return;
        link.setAttribute("aria-current", "true");
        const box = Dom.byId("outline");
        const place = link.offsetTop - box.clientHeight / 2;
        if (link.offsetTop < box.scrollTop || link.offsetTop > box.scrollTop + box.clientHeight - 40) box.scrollTop = place;
      } else link.removeAttribute("aria-current");
    });
  }

  function heading(text, at) {
    return Dom.byId("d" + text.place + "s" + at);
  }

  return { draw: draw, follow: follow, heading: heading, options: options };
})();
