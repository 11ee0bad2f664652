// What part of the map is in sight: its middle, and how many pixels a unit of the map takes.

const ZOOM_MAX = 60;
const MARGIN = 0.96;

export class Camera {
  constructor(columns) {
    this.columns = columns;
    this.width = 1;
    this.height = 1;
    this.x = 0;
    this.y = 0;
    this.k = 1;
    this.whole = true;
  }

  /** The size of the panel changed; who looked at everything goes on doing so. */
  resize(width, height) {
    this.width = Math.max(1, width);
    this.height = Math.max(1, height);
    this.columns.stand(this.height > this.width * 0.95);
    if (this.whole) {
      this.fit();
    }
  }

  bounds() {
    const { columns } = this;
    let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
    for (let i = 0; i < columns.length; i++) {
      if (columns.parent[i] < 0) {
        left = Math.min(left, columns.x[i] - columns.r[i]);
        right = Math.max(right, columns.x[i] + columns.r[i]);
        top = Math.min(top, columns.y[i] - columns.r[i]);
        bottom = Math.max(bottom, columns.y[i] + columns.r[i]);
      }
    }
    return left < right ? { left, right, top, bottom } : { left: -1, right: 1, top: -1, bottom: 1 };
  }

  fit() {
    const { left, right, top, bottom } = this.bounds();
    this.x = (left + right) / 2;
    this.y = (top + bottom) / 2;
    this.least = Math.min(this.width / (right - left), this.height / (bottom - top)) * MARGIN;
    this.k = this.least;
    this.whole = true;
  }

  /** Brings a circle of the map into sight. */
  show(x, y, radius) {
    this.x = x;
    this.y = y;
    this.k = this.bounded((Math.min(this.width, this.height) / 2 / radius) * 0.85);
    this.whole = false;
  }

  bounded(k) {
    return Math.max((this.least || 1) * 0.7, Math.min(ZOOM_MAX, k));
  }

  toScreen(x, y) {
    return [(x - this.x) * this.k + this.width / 2, (y - this.y) * this.k + this.height / 2];
  }

  toMap(x, y) {
    return [(x - this.width / 2) / this.k + this.x, (y - this.height / 2) / this.k + this.y];
  }

  /** What is under a point of the panel stays there. */
  zoom(factor, px = this.width / 2, py = this.height / 2) {
    const [x, y] = this.toMap(px, py);
    this.k = this.bounded(this.k * factor);
    const [nx, ny] = this.toMap(px, py);
    this.x += x - nx;
    this.y += y - ny;
    this.whole = false;
  }

  pan(dx, dy) {
    this.x -= dx / this.k;
    this.y -= dy / this.k;
    this.whole = false;
  }
}
