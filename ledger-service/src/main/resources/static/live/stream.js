// One connection for all tabs of a browser: the tab that leads holds it and tells the others.

const NAME = "korf-live";
const EVENTS = ["hello", "fact", "redraw", "resync"];
const LOST_AFTER_MILLIS = 4000;
const REOPEN_AFTER_MILLIS = 10000;

export class Stream {
  /**
   * @param url of the events
   * @param position up to which this page knows everything
   * @param heard its `event(name, data)` is called for every event, `connected(yes)` at changes
   */
  constructor(url, position, heard) {
    this.url = url;
    this.position = position;
    this.heard = heard;
    this.known = null;
    this.losing = null;
  }

  start() {
    this.channel = new BroadcastChannel(NAME);
    this.channel.onmessage = ({ data }) => this.receive(data);
    this.channel.postMessage({ ask: true });
    if (!navigator.locks) {
      this.open();
      return;
    }
    this.waiting = new AbortController();
    navigator.locks
      .request(NAME, { signal: this.waiting.signal }, () => {
        this.open();
        return new Promise((resolve) => (this.resign = resolve));
      })
      .catch((failure) => {
        if (failure.name !== "AbortError") {
          throw failure;
        }
      });
  }

  /** Another tab takes over. */
  stop() {
    clearTimeout(this.losing);
    clearTimeout(this.reopening);
    this.losing = null;
    this.source?.close();
    this.source = null;
    this.resign?.();
    this.waiting?.abort();
    this.channel.close();
  }

  /** Tries again at once. */
  again() {
    if (this.source) {
      this.open();
    } else {
      this.channel.postMessage({ again: true });
    }
  }

  open() {
    clearTimeout(this.reopening);
    this.source?.close();
    this.source = new EventSource(`${this.url}?after=${this.position}`);
    this.source.onopen = () => this.tell({ connected: true });
    this.source.onerror = () => {
      this.losing ??= setTimeout(() => this.tell({ connected: false }), LOST_AFTER_MILLIS);
      if (this.source.readyState === EventSource.CLOSED) {
        this.reopening = setTimeout(() => this.open(), REOPEN_AFTER_MILLIS * (1 + Math.random()));
      }
    };
    for (const name of EVENTS) {
      this.source.addEventListener(name, (event) => this.tell({ name, data: JSON.parse(event.data) }));
    }
  }

  /** Here and in the other tabs. */
  tell(message) {
    this.channel.postMessage(message);
    this.take(message);
  }

  receive(message) {
    if (message.ask && this.source) {
      this.channel.postMessage({ connected: this.known, reached: this.position });
    } else if (message.again && this.source) {
      this.open();
    } else {
      this.take(message);
    }
  }

  take({ name, data, connected, reached }) {
    if (typeof connected === "boolean") {
      clearTimeout(this.losing);
      this.losing = null;
      this.known = connected;
      this.heard.connected(connected);
    }
    if (reached > this.position) {
      this.hear("resync", { position: reached });
    }
    const told = name === "fact" && data.position <= this.position;
    if (name && !told) {
      this.hear(name, data);
    }
  }

  hear(name, data) {
    this.position = name === "resync" ? data.position : Math.max(this.position, data.position);
    this.heard.event(name, data);
  }
}
