package nl.korf.service.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import nl.korf.eventstore.testing.TestPostgres;
import nl.korf.model.facts.FactTypes;
import nl.korf.service.testing.TestApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.MessageSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every command has a form, and every form is in words. */
class FormWordsTest {

  private static TestApplication application;

  @BeforeAll
  static void start() {
    application = TestApplication.start(TestPostgres.emptyDatabase());
  }

  @AfterAll
  static void stop() {
    application.close();
  }

  @Test
  void everyRouteThatRecordsFactsHasAForm() {
    JsonNode paths =
        JsonMapper.shared().readTree(application.get("/v1/openapi.json").body()).get("paths");
    Set<String> recording = new TreeSet<>();
    paths
        .properties()
        .forEach(path -> {
          JsonNode created = path.getValue().path("post").path("responses").path("201");
          if (created.path("headers").has("Ledger-Position")) {
            recording.add(path.getKey());
          }
        });

    assertThat(forms().stream().map(Form::route)).containsExactlyInAnyOrderElementsOf(recording);
    assertThat(recording).hasSizeGreaterThan(60);
  }

  @Test
  void everyWordOfEveryFormIsSaidInBothLanguages() {
    Set<String> keys = new TreeSet<>();
    for (Form form : forms()) {
      keys.add("form." + form.key());
      form.fields().forEach(field -> add(field, form.key(), keys));
    }
    FactTypes.names().forEach(type -> keys.add("fact." + type));

    MessageSource messages = application.part(MessageSource.class);
    List<String> missing = new ArrayList<>();
    for (String key : keys) {
      for (Locale language : List.of(Locale.of("nl"), Locale.ENGLISH)) {
        if (messages.getMessage(key, null, null, language) == null) {
          missing.add(key + " " + language);
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  private static void add(Field field, String form, Set<String> keys) {
    MessageSource messages = application.part(MessageSource.class);
    String own = "field." + form + "." + field.name();
    boolean hasOwn = messages.getMessage(own, null, null, Locale.of("nl")) != null;
    if (!field.name().isEmpty()) {
      keys.add(hasOwn ? own : "field." + field.name());
    }
    switch (field) {
      case Field.One one -> {
        Class<?> type = one.type();
        if (type != null) {
          one.choices().forEach(name -> keys.add("choice." + type.getSimpleName() + "." + name));
        }
      }
      case Field.Group group -> group.members().forEach(member -> add(member, form, keys));
      case Field.Many many -> add(many.each(), form, keys);
    }
  }

  private static List<Form> forms() {
    return List.copyOf(application.part(FormCatalogue.class).all());
  }
}
