// The time bar: slider, play, and the address of the moment.

const REST_MILLIS = 180;
const DAY = 86400;
const DAYS_ENOUGH = 200;
const STEPS = 1000;
const CALM_FRAME_MILLIS = 1000;

export class TimeBar {
  /** @param map its `moment(t, busy)` is called for every moment shown, `rested()` once it rests */
  constructor(map, panel, columns, language) {
    this.map = map;
    this.words = panel.dataset;
    this.columns = columns;
    this.slider = panel.querySelector("#map-slider");
    this.play = panel.querySelector("#map-play");
    this.speed = panel.querySelector("#map-speed");
    this.pill = panel.querySelector(".map-pill");
    this.toNow = panel.querySelector("#map-to-now");
    this.dates = new Intl.DateTimeFormat(language === "nl" ? "nl-NL" : "en-GB", {
      dateStyle: "medium",
      timeStyle: "short",
      timeZone: "Europe/Amsterdam",
    });
    this.playing = false;
    this.measure();
    this.slider.addEventListener("input", () => {
      this.stop();
      this.show(this.momentOf(this.slider.valueAsNumber), true);
    });
    this.toNow.addEventListener("click", () => {
      this.stop();
      this.show(this.nowMoment(), true);
      this.slider.focus();
    });
    this.play.addEventListener("click", () => (this.playing ? this.stop() : this.start()));
  }

  /** How long the ledger lasts, and in how many steps the slider goes through it. */
  measure() {
    this.span = this.columns.end - this.columns.start;
    this.steps = this.span / DAY > DAYS_ENOUGH ? Math.ceil(this.span / DAY) : STEPS;
    this.slider.max = this.steps;
  }

  /** A step of the slider in seconds from the start; the last one is now. */
  momentOf(value) {
    return value >= this.steps ? this.nowMoment() : (value / this.steps) * this.span;
  }

  /** Facts may work later than they were recorded, so now is later than the last fact. */
  nowMoment() {
    return this.words.at ? this.span : Math.max(this.span, Date.now() / 1000 - this.columns.start);
  }

  isNow(t) {
    return t >= this.span;
  }

  show(t, busy) {
    this.t = t;
    this.slider.value = this.isNow(t) ? this.steps : Math.round((t / this.span) * this.steps);
    const past = !this.isNow(t);
    const when = new Date((this.columns.start + t) * 1000);
    const text = this.dates.format(when);
    this.slider.setAttribute("aria-valuetext", text);
    this.pill.classList.toggle("back", past);
    this.pill.querySelector("b").textContent = past ? this.words.past : this.words.now;
    this.pill.querySelector("time").textContent = text;
    this.pill.querySelector("time").dateTime = when.toISOString();
    this.toNow.hidden = !past;
    this.map.moment(t, busy);
    if (busy) {
      clearTimeout(this.rest);
      this.rest = setTimeout(() => {
        if (!this.playing) {
          this.map.rested();
        }
      }, REST_MILLIS);
    }
  }

  /** The instant shown, as addresses write it. */
  instant() {
    return new Date(Math.floor(this.columns.start + this.t) * 1000).toISOString().replace(".000Z", "Z");
  }

  start() {
    this.playing = true;
    this.said();
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    let last = performance.now();
    let t = this.isNow(this.t) ? 0 : this.t;
    const step = (now) => {
      if (!this.playing) {
        return;
      }
      if (!calm || now - last >= CALM_FRAME_MILLIS) {
        t += ((now - last) / 1000 / Number(this.speed.value)) * this.span;
        last = now;
        this.show(Math.min(t, this.nowMoment()), true);
      }
      if (this.isNow(t)) {
        this.stop();
      } else {
        requestAnimationFrame(step);
      }
    };
    requestAnimationFrame(step);
  }

  stop() {
    if (this.playing) {
      this.playing = false;
      this.said();
      this.show(this.t, true);
    }
  }

  said() {
    this.play.textContent = this.playing ? this.words.pause : this.words.play;
    this.play.setAttribute("aria-pressed", String(this.playing));
  }
}
