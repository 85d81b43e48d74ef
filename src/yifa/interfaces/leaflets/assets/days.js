/* Days, lengths and the calendar: `law/clock/calendar.py`, `lengths.py` and `months.py` in plain JavaScript.

A day is a whole number, counted from 1970-01-01. A length is {n, unit} with the units of `lengths.py`. A calendar
carries two complete readings, early and late, which agree on every day that a notice decides. */
var Days = (function () {
  "use strict";

  const MS = 86400000;
  const MAY_BE_OFF_WITHIN = 9;
  const MAY_WORK_WITHIN = 14;
  const LAST_WORD_BY = [12, 26];

  class OutOfCalendar extends Error {
    constructor(day, first, last) {
      super(iso(day) + " lies outside the calendar, which reaches from " + iso(first) + " to " + iso(last));
      this.day = day;
      this.first = first;
      this.last = last;
    }
  }

  function of(year, month, day) {
    const moment = new Date(0);
    moment.setUTCFullYear(year, month - 1, day);
    return Math.round(moment.getTime() / MS);
  }

  function parts(day) {
    const moment = new Date(day * MS);
    return { year: moment.getUTCFullYear(), month: moment.getUTCMonth() + 1, day: moment.getUTCDate() };
  }

  function pad(number, width) {
    return String(number).padStart(width, "0");
  }

  function iso(day) {
    const at = parts(day);
    return pad(at.year, 4) + "-" + pad(at.month, 2) + "-" + pad(at.day, 2);
  }

  /* 0 is Monday, as in Python. */
  function weekday(day) {
    return (((day + 3) % 7) + 7) % 7;
  }

  function monthLength(year, month) {
    return of(month === 12 ? year + 1 : year, month === 12 ? 1 : month + 1, 1) - of(year, month, 1);
  }

  function narrowDigits(text) {
    return text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
  }

  /* A day in one of the forms people write, or null: 2024-09-25, 2024.9.25, 20240925, 2024年9月25日. */
  function read(text) {
    let digits = narrowDigits(text)
      .trim()
      .replace(/日+$/, "")
      .replace(/[年月./]/g, "-");
    if (/^\d{8}$/.test(digits)) digits = digits.slice(0, 4) + "-" + digits.slice(4, 6) + "-" + digits.slice(6);
    const match = /^(\d{4})-(\d+)-(\d+)$/.exec(digits);
    return match ? real(Number(match[1]), Number(match[2]), Number(match[3])) : null;
  }

  function real(year, month, day) {
    if (year < 1 || month < 1 || month > 12 || day < 1 || day > monthLength(year, month)) return null;
    return of(year, month, day);
  }

  /* A day and month of every year as [month, day], or null: 03-01, 3.1, 3月1日, 0301. */
  function readMonthDay(text) {
    let digits = narrowDigits(text)
      .trim()
      .replace(/日+$/, "")
      .replace(/[月./]/g, "-");
    if (/^\d{4}$/.test(digits)) digits = digits.slice(0, 2) + "-" + digits.slice(2);
    const match = /^(\d{1,2})-(\d{1,2})$/.exec(digits);
    return match && real(2000, Number(match[1]), Number(match[2])) !== null
      ? [Number(match[1]), Number(match[2])]
      : null;
  }

  /* A time of day in minutes, or null: 17:30, 1730, 17时30分. */
  function readTime(text) {
    const found = narrowDigits(text)
      .trim()
      .replace(/分$/, "")
      .replace(/[：时点]/g, ":");
    const match = /^(\d{1,2}):(\d{1,2})$/.exec(found.replace(/:$/, ":00")) || /^(\d{1,2})(\d\d)$/.exec(found);
    if (!match || Number(match[1]) > 23 || Number(match[2]) > 59) return null;
    return Number(match[1]) * 60 + Number(match[2]);
  }

  /* The corresponding day so many months later, earlier when negative (民法典 202). */
  function corresponding(day, months) {
    if (months === 0) return day;
    const at = parts(day);
    const count = at.year * 12 + at.month - 1 + months;
    const year = Math.floor(count / 12);
    const month = count - year * 12 + 1;
    return of(year, month, Math.min(at.day, monthLength(year, month)));
  }

  const UNITS = {
    minutes: ["minute", "minutes", "min", "分钟"],
    hours: ["hour", "hours", "h", "小时", "个小时"],
    "calendar days": ["calendar day", "calendar days", "cal", "自然日", "个自然日", "日历天", "日历日"],
    "working days": ["working day", "working days", "wd", "工作日", "个工作日"],
    days: ["day", "days", "日", "天"],
    months: ["month", "months", "mo", "月", "个月"],
    years: ["year", "years", "yr", "年"],
  };
  const UNIT_OF = new Map();
  Object.keys(UNITS).forEach((unit) => UNITS[unit].forEach((word) => UNIT_OF.set(word, unit)));
  const NUMERALS = "零一二三四五六七八九";

  /* Whole numbers below a thousand: 15, 十五, 一百二十; null for anything else. */
  function readNumber(text) {
    const digits = narrowDigits(text.trim());
    if (/^\d+$/.test(digits)) return Number(digits);
    if (!/^[零〇一二两三四五六七八九十百]+$/.test(digits)) return null;
    let total = 0;
    let digit = 0;
    for (const sign of digits) {
      if (sign === "十" || sign === "百") {
        total += (digit || 1) * (sign === "十" ? 10 : 100);
        digit = 0;
      } else {
        digit = sign === "两" ? 2 : sign === "〇" ? 0 : NUMERALS.indexOf(sign);
      }
    }
    return total + digit;
  }

  /* A length in English or Chinese, digits or numerals, or null. */
  function readLength(text) {
    const match = /^\s*([0-9０-９]+|[零〇一二两三四五六七八九十百]+)\s*(\D+?)\s*$/.exec(text.replace(/-/g, " "));
    const unit = match ? UNIT_OF.get(match[2].toLowerCase()) : undefined;
    const n = unit ? readNumber(match[1]) : null;
    return n ? { n: n, unit: unit } : null;
  }

  /* One complete reading: `upto[i]` working days up to and including place i, `nth[k]` the place of the k-th,
     `landing[i]` the first working place at or after i. */
  class Reading {
    constructor(works) {
      this.works = works;
      this.upto = new Int32Array(works.length);
      this.landing = new Int32Array(works.length);
      this.nth = [-1];
      for (let place = 0; place < works.length; place++) {
        if (works[place]) this.nth.push(place);
        this.upto[place] = this.nth.length - 1;
      }
      let next = works.length;
      for (let place = works.length - 1; place >= 0; place--) {
        if (works[place]) next = place;
        this.landing[place] = next;
      }
    }
  }

  /* The notices in force, folded into one calendar. `until`: as it stood when that year's notice was the last. */
  class Calendar {
    constructor(data, until) {
      this.notices = data.notices.filter((notice) => until === undefined || notice.year <= until);
      this.digest = data.digest;
      this.origin = this.first = read(data.first);
      this.last = read(data.last);
      this.size = this.last - this.first + 1;
      this.festivals = new Map(data.festivals.map((row) => [read(row[0]), row[1]]));
      this.named = this._named();
      this.knownYears = new Set(this.notices.filter((notice) => !notice.place).map((notice) => notice.year));
      this.lastKnown = this.knownYears.size ? of(Math.max.apply(null, Array.from(this.knownYears)), 12, 31) : null;
      this._fill();
    }

    _named() {
      const rank = (notice) => (notice.place ? 2 : 0) + (notice.amends ? 1 : 0);
      const ordered = this.notices.slice().sort((a, b) => rank(a) - rank(b) || a.year - b.year);
      const days = new Map();
      ordered.forEach((notice) =>
        notice.days.forEach((row) => days.set(read(row[0]), { is: row[1], name: row[2], festival: row[3] === 1 }))
      );
      days.forEach((named, day) => {
        if (named.is === "plain") days.delete(day);
      });
      return days;
    }

    _fill() {
      const near = this._nearest();
      const early = [];
      const late = [];
      let unknown = 0;
      this.unknownUpto = new Int32Array(this.size);
      for (let place = 0; place < this.size; place++) {
        const day = this.first + place;
        const weekend = weekday(day) >= 5;
        const named = this.named.get(day);
        const known = named !== undefined || this.knownYears.has(parts(day).year);
        const unsure = near[place] > 0 && near[place] <= (weekend ? MAY_WORK_WITHIN : MAY_BE_OFF_WITHIN);
        const works = (mayBe) => {
          if (named) return named.is === "work";
          if (known) return !weekend;
          if (near[place] === 0) return false;
          return unsure ? mayBe : !weekend;
        };
        early.push(works(true));
        late.push(works(false));
        if (!known) unknown++;
        this.unknownUpto[place] = unknown;
      }
      this.early = new Reading(early);
      this.late = new Reading(late);
    }

    /* For each place, how far the nearest festival day is. */
    _nearest() {
      const near = new Int32Array(this.size).fill(1 << 30);
      this.festivals.forEach((name, day) => {
        for (let at = day - MAY_WORK_WITHIN; at <= day + MAY_WORK_WITHIN; at++) {
          const place = at - this.first;
          if (place >= 0 && place < this.size) near[place] = Math.min(near[place], Math.abs(at - day));
        }
      });
      return near;
    }

    place(day) {
      const at = day - this.origin;
      if (at < 0 || at >= this.size) throw new OutOfCalendar(day, this.first, this.last);
      return at;
    }

    holds(day) {
      return day >= this.first && day <= this.last;
    }

    /* How a day stands: kind working, weekend, off, make-up or unknown; `working` is null when no notice says so yet. */
    day(on) {
      const listed = this.named.get(on);
      if (listed) return stand(listed.is !== "work" ? "off" : weekday(on) >= 5 ? "make-up" : "working", listed.name, listed.festival);
      const festival = this.festivals.get(on);
      const named = festival === undefined ? null : festival;
      if (!this.knownYears.has(parts(on).year)) return stand(named ? "off" : "unknown", named, named !== null);
      return stand(weekday(on) >= 5 ? "weekend" : "working", named, named !== null);
    }

    /* Whether the next notice, not yet published, may still move a day that counts as known. */
    mayStillMove(on) {
      const at = parts(on);
      const late = at.month > LAST_WORD_BY[0] || (at.month === LAST_WORD_BY[0] && at.day >= LAST_WORD_BY[1]);
      return late && this.knownYears.has(at.year) && !this.knownYears.has(at.year + 1);
    }
  }

  function stand(kind, name, festival) {
    const working = kind === "unknown" ? null : kind === "working" || kind === "make-up";
    return { kind: kind, name: name, festival: festival, working: working };
  }

  return {
    Calendar: Calendar,
    OutOfCalendar: OutOfCalendar,
    corresponding: corresponding,
    iso: iso,
    monthLength: monthLength,
    of: of,
    pad: pad,
    parts: parts,
    read: read,
    readLength: readLength,
    readMonthDay: readMonthDay,
    readNumber: readNumber,
    readTime: readTime,
    real: real,
    weekday: weekday,
  };
})();
