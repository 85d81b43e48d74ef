/* Making elements, without ever reading text as markup; Chinese within an English page is marked as Chinese. */
var Dom = (function () {
  "use strict";

  const CHINESE = /([\u3000-\u303f\u3400-\u9fff\uff00-\uffef][\u3000-\u303f\u3400-\u9fff\uff00-\uffef0-9]*)/;

  /* el("p", {class: "x"}, "text", node, [nodes]) */
  function el(tag, attributes) {
    const node = document.createElement(tag);
    Object.keys(attributes || {}).forEach((name) => {
      const value = attributes[name];
      if (value !== null && value !== undefined && value !== false)
        node.setAttribute(name, value === true ? "" : value);
    });
    return put(node, Array.prototype.slice.call(arguments, 2));
  }

  function put(node, children) {
    children.forEach((child) => {
      if (Array.isArray(child)) put(node, child);
      else if (child !== null && child !== undefined) node.append(child);
    });
    return node;
  }

  function fill(node) {
    node.textContent = "";
    return put(node, Array.prototype.slice.call(arguments, 1));
  }

  /* A text as nodes, its Chinese parts marked when the page speaks English. */
  function text(words, speech) {
    if (speech.zh) return [String(words)];
    return String(words)
      .split(CHINESE)
      .filter((part) => part)
      .map((part) => (CHINESE.test(part) ? el("span", { lang: "zh-Hans" }, part) : part));
  }

  function byId(id) {
    return document.getElementById(id);
  }

  function all(selector, within) {
    return Array.from((within || document).querySelectorAll(selector));
  }

  return { all: all, byId: byId, el: el, fill: fill, text: text };
})();
