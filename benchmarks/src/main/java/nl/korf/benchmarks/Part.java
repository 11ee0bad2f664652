package nl.korf.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What can be measured on its own, in the order it is measured. */
enum Part {
  /** Only when named: the large ledgers of {@link #SCALE}, for a later run that keeps them. */
  FILL {
    @Override
    List<Figure> figures(Server server, Bench options) throws Exception {
      ScaleFigures.fill(server, options.facts());
      return List.of();
    }
  },
  APPEND {
    @Override
    List<Figure> figures(Server server, Bench options) throws Exception {
      return new AppendFigures(server, options).measure();
    }
  },
  COMMAND {
    @Override
    List<Figure> figures(Server server, Bench options) throws Exception {
      return new CommandFigures(server, options).measure();
    }
  },
  AUTHORITY {
    @Override
    List<Figure> figures(Server server, Bench options) throws Exception {
      return new AuthorityFigures(server, options).measure();
    }
  },
  ROUNDS {
    @Override
    List<Figure> figures(Server server, Bench options) throws Exception {
      return new RoundFigures(server).measure();
    }
  },
  LIVE {
    @Override
    List<Figure> figures(Server server, Bench options) throws Exception {
      return new LiveFigures(server).measure();
    }
  },
  MAP {
    @Override
    List<Figure> figures(Server server, Bench options) throws Exception {
      return new MapFigures(server).measure();
    }
  },
  NOTICES {
    @Override
    List<Figure> figures(Server server, Bench options) throws Exception {
      return new NoticeFigures(server, options).measure();
    }
  },
  STREAM {
    @Override
    List<Figure> figures(Server server, Bench options) throws Exception {
      return new StreamFigures(server, options).measure();
    }
  },
  READS {
    @Override
    List<Figure> figures(Server server, Bench options) throws Exception {
      return new ReadFigures(server, options).measure();
    }
  },
  REBUILD {
    @Override
    List<Figure> figures(Server server, Bench options) throws Exception {
      return new RebuildFigures(server, options).measure();
    }
  },
  SCALE {
    @Override
    List<Figure> figures(Server server, Bench options) throws Exception {
      return new ScaleFigures(server, options).measure();
    }
  };

  /** The words for {@code --only}. */
  static final String WORDS =
      "append, command, authority, rounds, live, map, notices, stream, reads, rebuild, scale, fill";

  abstract List<Figure> figures(Server server, Bench options) throws Exception;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The parts of these names, in the order of measuring; all that are measured where none is named.
   *
   * @throws IllegalArgumentException naming every word that is no part
   */
  static List<Part> named(List<String> words) {
    List<String> unknown = new ArrayList<>(words);
    unknown.removeAll(Arrays.stream(values()).map(Part::word).toList());
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "No part is called %s; there are %s.".formatted(String.join(", ", unknown), WORDS));
    }
    return Arrays.stream(values())
        .filter(part -> words.isEmpty() ? part != FILL : words.contains(part.word()))
        .toList();
  }
}
