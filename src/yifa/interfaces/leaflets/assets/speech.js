/* A language to speak in: `wording/language.py` in plain JavaScript. Message ids are English, the book holds the Chinese. */
var Speech = (function () {
  "use strict";

  const CONTEXT = "\u0004";

  class Language {
    constructor(tag, data) {
      this.tag = tag;
      this.zh = tag === "zh";
      this.book = this.zh ? data.messages : {};
      this.data = data;
    }

    /* A whole message with its {values} put in; {value!r} stands in quotation marks. */
    say(message, values) {
      return this._fill(this.book[message] || message, values);
    }

    /* A term of the field; `context` is its id in the glossary. */
    term(context, message) {
      return this.book[context + CONTEXT + message] || message;
    }

    /* A message that depends on a number. */
    count(one, many, n, values) {
      const text = this.book[one] || (n === 1 ? one : many);
      return this._fill(text, Object.assign({ n: n }, values));
    }

    _fill(text, values) {
      return text.replace(/\{(\w+)(!r)?\}/g, (whole, name, quoted) => {
        if (!values || !(name in values)) return whole;
        return quoted ? "“" + values[name] + "”" : String(values[name]);
      });
    }

    list(parts) {
      return parts.join(this.zh ? "；" : "; ");
    }

    /* Sentences one after the other. */
    join(sentences) {
      return sentences.join(this.zh ? "" : " ");
    }
  }

  return { Language: Language };
})();
