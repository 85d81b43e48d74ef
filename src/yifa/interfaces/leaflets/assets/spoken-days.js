/* How a language tells days, spans, holidays and lengths; added to `Speech`. */
(function () {
  "use strict";

  const WEEKDAYS_EN = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
  const WEEKDAYS_ZH = "一二三四五六日";
  const MONTHS_EN = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

  Object.assign(Speech.Language.prototype, {
    weekday(day) {
      const at = Days.weekday(day);
      return this.zh ? "周" + WEEKDAYS_ZH[at] : WEEKDAYS_EN[at];
    },

    /* A date without its weekday. */
    date(day) {
      const at = Days.parts(day);
      return this.zh
        ? at.year + "年" + at.month + "月" + at.day + "日"
        : at.day + " " + MONTHS_EN[at.month - 1] + " " + at.year;
    },

    day(day) {
      return this.zh ? this.date(day) + "（" + this.weekday(day) + "）" : this.weekday(day) + " " + this.date(day);
    },

    moment(moment) {
      const clock = Days.pad(Math.floor(moment.time / 60), 2) + ":" + Days.pad(moment.time % 60, 2);
      return this.day(moment.day) + (this.zh ? "" : " ") + clock;
    },

    month(year, month) {
      return this.zh ? year + "年" + month + "月" : MONTHS_EN[month - 1] + " " + year;
    },

    /* A span of days, the year and month said once where they agree. */
    days(first, last) {
      if (first === last) return this.day(first);
      const a = Days.parts(first);
      const b = Days.parts(last);
      if (this.zh) {
        const year = a.year === b.year ? "" : b.year + "年";
        const month = a.year === b.year && a.month === b.month ? "" : b.month + "月";
        return this.date(first) + "至" + year + month + b.day + "日";
      }
      const end = b.day + " " + MONTHS_EN[b.month - 1] + " " + b.year;
      if (a.year !== b.year) return this.date(first) + " – " + end;
      if (a.month !== b.month) return a.day + " " + MONTHS_EN[a.month - 1] + " – " + end;
      return a.day + "–" + end;
    },

    holiday(name) {
      if (!name) return this.say("weekend");
      return this.zh ? name : this.data.holidays[name] || name;
    },

    length(length) {
      const n = length.n;
      switch (length.unit) {
        case "minutes":
          return this.count("{n} minute", "{n} minutes", n);
        case "hours":
          return this.count("{n} hour", "{n} hours", n);
        case "working days":
          return this.count("{n} working day", "{n} working days", n);
        case "calendar days":
          return this.count("{n} calendar day", "{n} calendar days", n);
        case "months":
          return this.count("{n} month", "{n} months", n);
        case "years":
          return this.count("{n} year", "{n} years", n);
        default:
          return this.count("{n} day", "{n} days", n);
      }
    },
  });
})();
