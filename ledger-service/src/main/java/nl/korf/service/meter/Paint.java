package nl.korf.service.meter;

/** Patterns, so that what is painted is told apart by more than its colour. */
final class Paint {

  /** How many there are. */
  static final int COUNT = 6;

  /** What lies over the colour of each; the first is plain. */
  private static final String[] OVER = {
    "",
    "<path d=\"M-2 2 2-2M0 8 8 0M6 10 10 6\"/>",
    "<circle cx=\"2\" cy=\"2\" r=\"1.1\"/><circle cx=\"6\" cy=\"6\" r=\"1.1\"/>",
    "<path d=\"M0 2H8M0 6H8\"/>",
    "<path d=\"M2 0V8M6 0V8\"/>",
    "<path d=\"M0 0 8 8M0 8 8 0\"/>"
  };

  private Paint() {}

  /** Where a paint is found on the page. */
  static String id(int paint) {
    return "paint-" + paint;
  }

  /** All of them, to be put on the page once. */
  static String definitions() {
    StringBuilder svg =
        new StringBuilder("<svg class=\"meter-paints\" aria-hidden=\"true\" focusable=\"false\">");
    for (int paint = 0; paint < COUNT; paint++) {
      svg.append("<pattern id=\"")
          .append(id(paint))
          .append("\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\"><rect width=\"8\"")
          .append(" height=\"8\" class=\"paint-")
          .append(paint)
          .append("\"/><g class=\"paint-over\">")
          .append(OVER[paint])
          .append("</g></pattern>");
    }
    return svg.append("</svg>").toString();
  }
}
