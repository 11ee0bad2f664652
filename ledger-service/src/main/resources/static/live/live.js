// Keeps the page that is open up to date, and says when it cannot.

import { tellWhatChanged } from "./looked.js";
import { morph } from "./morph.js";
import { Stream } from "./stream.js";
import { Subjects } from "./subjects.js";

const GATHER_MILLIS = 150;
const REFRESH_EVERY_MILLIS = 1000;
const SAY_EVERY_MILLIS = 10000;

class LivePage {
  constructor(bar) {
    this.bar = bar;
    this.position = Number(bar.dataset.position);
    this.main = document.querySelector("main");
    this.entering = this.main.querySelector("form.card[method=post]") !== null;
    this.refreshedAt = -REFRESH_EVERY_MILLIS;
    this.saidAt = -SAY_EVERY_MILLIS;
    this.look();
    bar.querySelector("#live-again").addEventListener("click", () => this.stream.again());
    this.begin();
    addEventListener("pagehide", () => this.stream.stop());
    addEventListener("pageshow", (event) => event.persisted && this.begin());
  }

  begin() {
    this.stream = new Stream(this.bar.dataset.live, this.position, this);
    this.stream.start();
  }

  look() {
    const links = [...this.main.querySelectorAll("a[href^='/']")].map((link) => link.pathname);
    this.subjects = new Subjects(location.pathname, links);
  }

  connected(yes) {
    this.bar.querySelector("#live-lost").hidden = yes;
  }

  event(name, data) {
    this.position = Math.max(this.position, data.position);
    document.dispatchEvent(new CustomEvent(`korf:${name}`, { detail: data }));
    if (name === "resync" || (name === "fact" && this.subjects.include(data))) {
      this.soon();
    }
  }

  /** Facts that come together are looked at together. */
  soon() {
    if (this.entering) {
      this.bar.querySelector("#live-news").hidden = false;
    } else if (!this.waiting) {
      const since = performance.now() - this.refreshedAt;
      this.waiting = setTimeout(() => this.refresh(), Math.max(GATHER_MILLIS, REFRESH_EVERY_MILLIS - since));
    }
  }

  async refresh() {
    this.waiting = null;
    this.refreshedAt = performance.now();
    try {
      const address = new URL(location.href);
      address.hash = "";
      const answer = await fetch(address, {
        cache: "no-store",
        headers: { Accept: "text/html", "Ledger-Min-Position": String(this.position), "Korf-Part": "content" },
      });
      if (!answer.ok || answer.redirected) {
        throw new Error(`${address}: ${answer.status}`);
      }
      this.show(new DOMParser().parseFromString(await answer.text(), "text/html"));
    } catch (failure) {
      console.error(failure);
      this.bar.querySelector("#live-news").hidden = false;
    }
  }

  show(page) {
    const left = [morph(this.main, page.querySelector("main")), morphFooter(page)].some(Boolean);
    this.bar.querySelector("#live-news").hidden = !left;
    this.look();
    if (performance.now() - this.saidAt > SAY_EVERY_MILLIS) {
      this.saidAt = performance.now();
      this.bar.querySelector("#live-say").textContent = this.bar.dataset.updated;
      setTimeout(() => (this.bar.querySelector("#live-say").textContent = ""), SAY_EVERY_MILLIS / 2);
    }
    document.dispatchEvent(new CustomEvent("korf:shown"));
  }
}

function morphFooter(page) {
  return morph(document.querySelector("footer"), page.querySelector("footer"));
}

const bar = document.querySelector("#live");
if (bar) {
  const page = new LivePage(bar);
  tellWhatChanged(() => page.position);
}
