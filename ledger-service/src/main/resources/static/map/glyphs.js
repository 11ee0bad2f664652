// The shapes of the legend, drawn once for a size and stamped from then on.

const SHAPES = {
  proposed(g, r, colour) {
    g.lineWidth = r * 0.5;
    g.strokeStyle = colour;
    circle(g, r * 0.75);
    g.stroke();
  },
  deliberating(g, r, colour) {
    g.fillStyle = g.strokeStyle = colour;
    g.lineWidth = Math.max(1, r * 0.22);
    circle(g, r * 0.88);
    g.stroke();
    g.beginPath();
    g.arc(0, 0, r, -Math.PI / 2, Math.PI / 2);
    g.fill();
  },
  objection(g, r, colour) {
    g.fillStyle = colour;
    g.beginPath();
    g.moveTo(0, -r * 1.1);
    g.lineTo(r * 1.1, r * 0.85);
    g.lineTo(-r * 1.1, r * 0.85);
    g.fill();
  },
  decided(g, r, colour) {
    g.fillStyle = colour;
    circle(g, r);
    g.fill();
  },
  withdrawn(g, r, colour) {
    const arm = r * 0.7;
    g.strokeStyle = colour;
    g.lineWidth = Math.max(1, r * 0.42);
    g.beginPath();
    g.moveTo(-arm, -arm);
    g.lineTo(arm, arm);
    g.moveTo(arm, -arm);
    g.lineTo(-arm, arm);
    g.stroke();
  },
  holder(g, r, colour) {
    g.fillStyle = colour;
    g.rotate(Math.PI / 4);
    g.fillRect(-r * 0.78, -r * 0.78, r * 1.56, r * 1.56);
  },
};

function circle(g, r) {
  g.beginPath();
  g.arc(0, 0, r, 0, 2 * Math.PI);
}

export class Glyphs {
  constructor(colours) {
    this.colours = colours;
    this.radius = 0;
  }

  /** Draws the shapes for a radius in pixels of the panel. */
  size(radius, ratio) {
    if (radius === this.radius && ratio === this.ratio) {
      return;
    }
    this.radius = radius;
    this.ratio = ratio;
    this.side = Math.ceil(radius * 2.4 + 2);
    this.stamps = {};
    for (const [name, draw] of Object.entries(SHAPES)) {
      const stamp = document.createElement("canvas");
      stamp.width = stamp.height = Math.ceil(this.side * ratio);
      const g = stamp.getContext("2d");
      g.scale(ratio, ratio);
      g.translate(this.side / 2, this.side / 2);
      draw(g, radius, this.colours[name]);
      this.stamps[name] = stamp;
    }
  }

  /** Stamps on a canvas whose unit is its own pixel: whole pixels are copied, not computed. */
  stamp(g, name, x, y) {
    const stamp = this.stamps[name];
    const half = stamp.width / 2;
    g.drawImage(stamp, Math.round(x * this.ratio - half), Math.round(y * this.ratio - half));
  }
}
